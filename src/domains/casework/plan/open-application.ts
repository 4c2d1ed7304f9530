import { recordAudit } from '#platform/audit.ts'
import { found, idParam, type Ctx } from '#platform/web.ts'
import { findApplication } from '../applications/application-queries.ts'
import type { Application } from '../applications/application.ts'
import { reachToRead } from '../emergency/read-reach.ts'
import { planScope } from './plan-scope.ts'

/** The application of the address for those who work on its case, else 404. Its reader says in the audit what it shows. */
export const reachApplication = async (c: Ctx): Promise<Application> =>
  found(await findApplication(c.var.tx, idParam(c), planScope(c.var.actor)))

/** The same for a page that only shows the case: what was opened in an emergency is there too. */
export const readApplication = async (c: Ctx): Promise<Application> =>
  found(await reachToRead(c.var.tx, planScope(c.var.actor), (scope) => findApplication(c.var.tx, idParam(c), scope)))

/** The same for a page that shows no more of the case than whose it is: looking is audited here. */
export async function openApplication(c: Ctx, reach = reachApplication): Promise<Application> {
  const application = await reach(c)
  const subject = { kind: 'application', id: application.id }
  recordAudit(c.var.tx, { event: 'application.read', subject, personId: application.personId })
  return application
}
