import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { formatDay, formatInstant } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Deadline } from '#ui/deadline.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { IdentityBar } from '#ui/identity-bar.tsx'
import { Select } from '#ui/select.tsx'
import { SubNavigation } from '#ui/sub-navigation.tsx'
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { AttachmentsSection, type AttachmentsProps } from '../attachments/attachments-section.tsx'
import type { CaseStep } from '../case-step.ts'
import { historyItems } from '../history.tsx'
import { isErased, personName } from '../person-name.ts'
import { formatPhone } from '../phone.ts'
import { reportsText } from '../reports/text.ts'
import type { StaffMember } from '#domains/accounts/public.ts'
import { restrictionsPath } from '../restriction/restriction-paths.ts'
import { restrictionText } from '../restriction/text.ts'
import { ApplicationStateTag } from './application-list-page.tsx'
import type { Application } from './application.ts'
import { isOpen } from './application.ts'
import type { Person } from './person.ts'
import { applicationsText } from './text.ts'

export interface ApplicationPageProps {
  application: Application
  person: Person
  /** The masked number. */
  pesel: string | undefined
  steps: readonly CaseStep[]
  coordinator: StaffMember | undefined
  coordinators: readonly { id: string; name: string }[]
  /** `assign` or `hand-over` where this person may do it now. */
  assigning: 'assign' | 'hand-over' | undefined
  attaching: Omit<AttachmentsProps, 'application'>
  mayReadCase: boolean
  mayReadReport: boolean
  /** False while the case is only looked at in an emergency. */
  mayEditPerson: boolean
  mayRestrict: boolean
  today: Temporal.PlainDate
  formKey: string
  values?: FormValues | undefined
  errors?: readonly FieldError[] | undefined
}

/** One application: whose, how much time is left, what was asked, who has it, what happened. */
export const ApplicationPage = (props: ApplicationPageProps) => {
  const { lang, href } = useFrame()
  const t = applicationsText[lang]
  const { application, steps, attaching } = props
  return (
    <>
      <ErrorSummary errors={[...(props.errors ?? []), ...attaching.errors]} />
      <CaseHead {...props} />
      <CaseParts applicationId={application.id} current="application" mayReadCase={props.mayReadCase} />
      <h1 class="govuk-heading-l">{t.one.title(application.number)}</h1>
      <ApplicationFacts {...props} />
      {props.assigning && <AssignForm {...props} />}
      {props.mayRestrict && (
        <p class="govuk-body">
          <a class="govuk-link" href={href(`${restrictionsPath}/${props.person.id}`)}>
            {restrictionText[lang].find}
          </a>
        </p>
      )}
      <AttachmentsSection {...attaching} application={application} />
      <h2 class="govuk-heading-m">{t.one.history}</h2>
      <Timeline items={historyItems(steps, { events: t.events, by: reportsText[lang].report.by })} headingLevel={3} />
    </>
  )
}

type CaseHeadProps = Pick<ApplicationPageProps, 'application' | 'person' | 'pesel' | 'today' | 'mayEditPerson'>

/** The head of every page of a case: the person, the state, and the clock that runs from day 0. */
export const CaseHead = ({ application, person, pesel, today, mayEditPerson }: CaseHeadProps) => {
  const { lang, href } = useFrame()
  const { person: t, one } = applicationsText[lang]
  const facts = [
    application.number,
    person.birthYear !== null && t.born(person.birthYear),
    pesel && t.pesel(pesel),
    person.phone && formatPhone(person.phone),
    <ApplicationStateTag state={application.state} />,
    isOpen(application.state) && !isErased(person) && (
      <>
        {one.clock} {formatDay(lang, application.planDueOn)}:{' '}
        <Deadline day={application.planDueOn} today={today} since={application.receivedOn} soonWithin={10} />
      </>
    ),
  ].filter(Boolean)
  return (
    <IdentityBar title={personName(lang, person)} facts={facts}>
      {mayEditPerson && !isErased(person) && (
        <ButtonLink href={href(`/praca/osoby/${person.id}`)} kind="secondary">
          {one.editPerson}
        </ButtonLink>
      )}
    </IdentityBar>
  )
}

interface CasePartsProps {
  applicationId: string
  current: 'application' | 'reconnaissance' | 'plan'
  mayReadCase: boolean
}

/** The parts of a case side by side; the content of the case only for those who may read it. */
export const CaseParts = ({ applicationId, current, mayReadCase }: CasePartsProps) => {
  const { lang, href } = useFrame()
  const { one: t } = applicationsText[lang]
  if (!mayReadCase) return null
  const root = `/praca/wnioski/${applicationId}`
  const items = [
    { text: t.application, href: href(root), current: current === 'application' },
    { text: t.reconnaissance, href: href(`${root}/rozpoznanie`), current: current === 'reconnaissance' },
    { text: t.plan, href: href(`${root}/plan`), current: current === 'plan' },
  ]
  return <SubNavigation label={t.parts} items={items} />
}

const ApplicationFacts = ({ application, coordinator, mayReadReport }: ApplicationPageProps) => {
  const { lang, href } = useFrame()
  const { one: t, channels, roles } = applicationsText[lang]
  const fact = (key: string, value: string | null | undefined): SummaryRow[] => (value ? [{ key, value }] : [])
  const rows: SummaryRow[] = [
    { key: t.words, value: <span class="splot-own-words">{application.words}</span> },
    ...fact(t.received, formatDay(lang, application.receivedOn)),
    ...fact(t.registered, formatInstant(lang, application.registeredAt)),
    ...fact(t.channel, channels[application.channel]),
    ...fact(t.applicant, roles[application.applicantRole]),
    ...fact(t.representative, application.representativeName),
    ...fact(t.basis, application.representativeBasis),
    ...fact(t.ruleSet, t.ruleSets[application.ruleSet] ?? application.ruleSet),
    ...fact(t.coordinator, coordinator?.name ?? t.noCoordinator),
  ]
  const { reportId } = application
  if (reportId !== null && mayReadReport) {
    const link = (
      <a class="govuk-link" href={href(`/praca/zgloszenia/${reportId}`)}>
        {t.open}
      </a>
    )
    rows.push({ key: t.fromReport, value: link })
  }
  return <SummaryList rows={rows} />
}

const AssignForm = ({ application, coordinators, assigning, formKey, values, errors }: ApplicationPageProps) => {
  const { lang, href } = useFrame()
  const { one: t } = applicationsText[lang]
  const title = assigning === 'assign' ? t.assign : t.handOver
  if (coordinators.length === 0) return <p class="govuk-body">{t.noCoordinators}</p>
  return (
    <Details summary={title} open={assigning === 'assign' || errors !== undefined}>
      <Form
        action={href(`/praca/wnioski/${application.id}/koordynator`)}
        formKey={formKey}
        hidden={{ version: application.version }}
      >
        <Select
          name="coordinator"
          label={t.choose}
          value={valueOf(values, 'coordinator')}
          error={errorFor(errors, 'coordinator')}
          options={[{ value: '', text: '–' }, ...coordinators.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        <Button>{title}</Button>
      </Form>
    </Details>
  )
}
