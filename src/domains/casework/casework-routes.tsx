import { Hono } from 'hono'
import type { Deps, Env } from '#platform/web.ts'
import { alertRoutes } from './looks/alert-routes.tsx'
import { lookRoutes } from './looks/look-routes.tsx'
import { emergencyRoutes } from './emergency/emergency-routes.tsx'
import { emergencyReviewRoutes } from './emergency/review-routes.tsx'
import { relativeRoutes } from './restriction/relative-routes.tsx'
import { restrictionRoutes } from './restriction/restriction-routes.tsx'
import { applicationRoutes } from './applications/application-routes.tsx'
import { attachmentRoutes } from './attachments/attachment-routes.tsx'
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
    .route('/', attachmentRoutes(deps))
    .route('/', personRoutes(deps))
    .route('/', residentRoutes(deps))

/** Who may see whose record, who broke the glass, and who looked. */
const guardRoutes = (deps: Deps) =>
  new Hono<Env>()
    .route('/', restrictionRoutes())
    .route('/', relativeRoutes())
    .route('/', emergencyRoutes())
    .route('/', emergencyReviewRoutes())
    .route('/', lookRoutes(deps))
    .route('/', alertRoutes())

/** Everything of casework that has an address. */
export const caseworkRoutes = (deps: Deps) =>
  new Hono<Env>().route('/', intakeRoutes(deps)).route('/', planRoutes(deps)).route('/', guardRoutes(deps))
