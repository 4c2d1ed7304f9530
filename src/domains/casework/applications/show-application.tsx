import { listCoordinators, listStaff } from '#domains/accounts/public.ts'
import { may } from '#platform/access.ts'
import { recordAudit } from '#platform/audit.ts'
import { newFormKey } from '#platform/form-keys.ts'
import type { FieldError, FormValues } from '#platform/forms.ts'
import { dayOf, href } from '#platform/i18n.ts'
import { offeredEvents } from '#platform/transitions.ts'
import { found, idParam, type Ctx, type Deps } from '#platform/web.ts'
import { BackLink } from '#ui/back-link.tsx'
import { page } from '#ui/page.tsx'
import { applicationTransitions } from '../application-states.ts'
import { listAttachments } from '../attachments/attachment-queries.ts'
import { caseScope } from '../case-scope.ts'
import { listCaseSteps } from '../case-step-queries.ts'
import { reachToRead } from '../emergency/read-reach.ts'
import { ApplicationPage } from './application-page.tsx'
import { findApplication } from './application-queries.ts'
import type { Application } from './application.ts'
import { maskSealed } from './person-details.ts'
import { findPerson } from './person-queries.ts'
import { applicationsText } from './text.ts'

/** The application of the address for who acts on it, else 404. */
export const reachedApplication = async (c: Ctx): Promise<Application> =>
  found(await findApplication(c.var.tx, idParam(c), caseScope(c.var.actor)))

/** To look at only: what was opened in an emergency is there too. */
export const readApplication = async (c: Ctx): Promise<Application> =>
  found(await reachToRead(c.var.tx, caseScope(c.var.actor), (scope) => findApplication(c.var.tx, idParam(c), scope)))

/** What was sent by one of the forms of the page, and what is wrong with it. */
export interface RefusedForm {
  form: 'assign' | 'attach'
  status: 409 | 422
  values: FormValues
  errors: FieldError[]
}

export async function showApplication(
  c: Ctx,
  deps: Deps,
  application: Application,
  refused?: RefusedForm,
): Promise<Response> {
  const { tx, lang, actor, now } = c.var
  const { id, personId, coordinatorId } = application
  const person = found(await findPerson(tx, personId))
  const today = dayOf(now)
  recordAudit(tx, { event: 'application.read', subject: { kind: 'application', id }, personId })
  const attachments = await listAttachments(tx, id)
  const hands = attachments.flatMap(({ addedBy, removal }) => [addedBy, ...(removal ? [removal.by] : [])])
  const staff = await listStaff(tx, [...new Set([...hands, ...(coordinatorId ? [coordinatorId] : [])])])
  const typed = (form: RefusedForm['form']) => (refused?.form === form ? refused : undefined)
  return page(c, {
    title: applicationsText[lang].one.title(application.number),
    status: refused?.status ?? 200,
    before: <BackLink href={href(lang, '/praca/wnioski')} />,
    wide: true,
    body: (
      <ApplicationPage
        application={application}
        person={person}
        pesel={maskSealed(deps.sealer, person.peselSealed)}
        steps={await listCaseSteps(tx, id)}
        coordinator={coordinatorId ? staff.get(coordinatorId) : undefined}
        coordinators={await listCoordinators(tx, today)}
        assigning={assigning(c, application)}
        attaching={{
          attachments,
          staff,
          mayAttach: may(actor, 'attachment.write') && !tx.emergency,
          formKey: newFormKey(),
          values: typed('attach')?.values ?? {},
          errors: typed('attach')?.errors ?? [],
        }}
        mayReadCase={may(actor, 'case.read')}
        mayReadReport={may(actor, 'report.read') && !tx.emergency}
        mayEditPerson={!tx.emergency}
        mayRestrict={may(actor, 'restriction.manage')}
        today={today}
        formKey={newFormKey()}
        values={typed('assign')?.values}
        errors={typed('assign')?.errors}
      />
    ),
  })
}

/** The guard waits for the coordinator whom the form will name. */
function assigning(c: Ctx, application: Application): 'assign' | 'hand-over' | undefined {
  const offered = offeredEvents(applicationTransitions, application.state, {
    may: (action) => may(c.var.actor, action),
    facts: { coordinatorId: 'to be chosen' },
  })
  const found = offered.find(({ event }) => event === 'assign' || event === 'hand-over')?.event
  return found === 'assign' || found === 'hand-over' ? found : undefined
}
