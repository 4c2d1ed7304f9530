import { Hono } from 'hono'
import type { Deps, Env } from '#platform/web.ts'
import { applicationRoutes } from './applications/application-routes.tsx'
import { personRoutes } from './applications/person-routes.tsx'
import { registerRoutes } from './applications/register-routes.tsx'
import { needFormRoutes } from './intake/form-routes.tsx'
import { staffFormRoutes } from './intake/staff-form-routes.tsx'
import { planRoutes } from './plan/routes.tsx'
import { reportRoutes } from './reports/report-routes.tsx'
import { residentRoutes } from './resident/resident-routes.tsx'

/** From a reported need to the application, and the resident's own page. The fixed paths stand before those with an id. */
export const intakeRoutes = (deps: Deps) =>
  new Hono<Env>()
    .route('/', needFormRoutes(deps))
    .route('/', staffFormRoutes(deps))
    .route('/', registerRoutes(deps))
    .route('/', reportRoutes(deps))
    .route('/', applicationRoutes(deps))
    .route('/', personRoutes(deps))
    .route('/', residentRoutes(deps))

/** Everything of casework that has an address. */
export const caseworkRoutes = (deps: Deps) =>
  new Hono<Env>().route('/', intakeRoutes(deps)).route('/', planRoutes(deps))
