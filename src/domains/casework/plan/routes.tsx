import { Hono } from 'hono'
import type { Deps, Env } from '#platform/web.ts'
import { gapRoutes } from '../gap/gap-routes.tsx'
import { reconnaissanceRoutes } from '../reconnaissance/reconnaissance-routes.tsx'
import { sectionRoutes } from '../reconnaissance/section-routes.tsx'
import { lineRoutes } from './line-routes.tsx'
import { planClosingRoutes } from './plan-closing-routes.tsx'
import { planPageRoutes } from './plan-routes.tsx'
import { planWritingRoutes } from './plan-writing-routes.tsx'

/** From the recognition of needs to the closed plan, and the register of gaps. */
export const planRoutes = (_deps: Deps) =>
  new Hono<Env>()
    .route('/', reconnaissanceRoutes())
    .route('/', sectionRoutes())
    .route('/', planPageRoutes())
    .route('/', lineRoutes())
    .route('/', planWritingRoutes())
    .route('/', planClosingRoutes())
    .route('/', gapRoutes())
