import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Radios } from '#ui/radios.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { formatInstant } from '#platform/i18n.ts'
import type { CaseStep } from '../case-step.ts'
import { historyItems } from '../history.tsx'
import { needReportOutcomes, type NeedReportEvent } from '../need-report-states.ts'
import { ReportFacts, ReportIdentity, SafeContact, type ReportShown } from './report-facts.tsx'
import { reportName, StateTag } from './report-list-page.tsx'
import type { Report } from './report.ts'
import { reportsText } from './text.ts'

export interface ReportPageProps extends ReportShown {
  steps: readonly CaseStep[]
  /** The events that would be accepted now from this person. */
  offered: readonly NeedReportEvent[]
  similar: readonly Report[]
  applicationId: string | undefined
  formKey: string
  /** What was typed into the form of a refused step. */
  values?: FormValues | undefined
  errors?: readonly FieldError[] | undefined
}

/** One report: who, how to reach them safely, in whose words, what can be done now, and what was done. */
export const ReportPage = (props: ReportPageProps) => {
  const { lang, href } = useFrame()
  const t = reportsText[lang]
  const { report, steps, offered, applicationId } = props
  return (
    <>
      <ErrorSummary errors={props.errors ?? []} />
      <ReportIdentity {...props} />
      <h1 class="govuk-heading-l">{t.report.title(reportName(report) ?? t.unknownPerson)}</h1>
      <p class="govuk-body">
        <StateTag state={report.state} />
      </p>
      <SafeContact report={report} />
      <ReportFacts {...props} />
      {applicationId !== undefined && (
        <ButtonLink href={href(`/praca/wnioski/${applicationId}`)}>{t.report.openApplication}</ButtonLink>
      )}
      {offered.length > 0 && <h2 class="govuk-heading-m">{t.report.nextTitle}</h2>}
      {offered.includes('register-application') && (
        <ButtonLink href={href(`/praca/zgloszenia/${report.id}/wniosek`)}>{t.actions.register}</ButtonLink>
      )}
      {offered.includes('contact') && <ContactForm {...props} />}
      {offered.includes('close') && <CloseForm {...props} />}
      {offered.includes('reopen') && <ReopenForm {...props} />}
      <h2 class="govuk-heading-m">{t.report.history}</h2>
      <Timeline items={historyItems(steps, { events: t.events, by: t.report.by })} headingLevel={3} />
    </>
  )
}

interface StepFormProps {
  props: ReportPageProps
  event: NeedReportEvent
  path: string
  title: string
  children: preact.ComponentChildren
}

/** Each step is a form of its own, folded until it is wanted or came back with a mistake. */
const StepForm = ({ props: { report, formKey, values }, event, path, title, children }: StepFormProps) => {
  const { href } = useFrame()
  return (
    <Details summary={title} open={valueOf(values, 'event') === event}>
      <Form
        action={href(`/praca/zgloszenia/${report.id}/${path}`)}
        formKey={formKey}
        hidden={{ version: report.version, event }}
      >
        {children}
        <Button kind="secondary">{title}</Button>
      </Form>
    </Details>
  )
}

const ContactForm = (props: ReportPageProps) => {
  const t = reportsText[useFrame().lang].actions
  return (
    <StepForm props={props} event="contact" path="kontakt" title={t.contact}>
      <Textarea
        name="note"
        label={t.contactNote}
        rows={3}
        value={valueOf(props.values, 'note')}
        error={errorFor(props.errors, 'note')}
      />
    </StepForm>
  )
}

const CloseForm = (props: ReportPageProps) => {
  const { lang } = useFrame()
  const { actions, outcomes } = reportsText[lang]
  const { values, errors, similar } = props
  return (
    <StepForm props={props} event="close" path="zamkniecie" title={actions.close}>
      <Radios
        name="outcome"
        label={actions.outcome}
        value={valueOf(values, 'outcome')}
        error={errorFor(errors, 'outcome')}
        items={needReportOutcomes.map((value) => ({ value, text: outcomes[value] }))}
      />
      {similar.length > 0 && (
        <Radios
          name="duplicateOf"
          label={actions.duplicateOf}
          value={valueOf(values, 'duplicateOf')}
          error={errorFor(errors, 'duplicateOf')}
          items={similar.map((other) => ({ value: other.id, text: similarText(other, lang) }))}
        />
      )}
      <Textarea
        name="closeReason"
        label={actions.reason}
        rows={3}
        value={valueOf(values, 'closeReason')}
        error={errorFor(errors, 'closeReason')}
      />
    </StepForm>
  )
}

const similarText = (other: Report, lang: 'pl' | 'uk' | 'en'): string =>
  `${reportName(other) ?? reportsText[lang].unknownPerson}, ${formatInstant(lang, other.receivedAt)}`

const ReopenForm = (props: ReportPageProps) => {
  const t = reportsText[useFrame().lang].actions
  return (
    <StepForm props={props} event="reopen" path="ponowne-otwarcie" title={t.reopen}>
      <Textarea
        name="reopenReason"
        label={t.reason}
        rows={3}
        value={valueOf(props.values, 'reopenReason')}
        error={errorFor(props.errors, 'reopenReason')}
      />
    </StepForm>
  )
}
