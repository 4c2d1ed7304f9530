import { Hono } from 'hono'
import type { Deps, Env } from '#platform/web.ts'
import { needFormRoutes } from './intake/form-routes.tsx'
import { staffFormRoutes } from './intake/staff-form-routes.tsx'
import { planRoutes } from './plan/routes.tsx'

/** From a reported need to the application, and the resident's own page. */
export const intakeRoutes = (deps: Deps) =>
  new Hono<Env>().route('/', needFormRoutes(deps)).route('/', staffFormRoutes(deps))

/** Everything of casework that has an address. */
export const caseworkRoutes = (deps: Deps) =>
  new Hono<Env>().route('/', intakeRoutes(deps)).route('/', planRoutes(deps))
