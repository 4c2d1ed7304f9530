import { newFormKey } from '#platform/form-keys.ts'
import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { dayOf, formatDay } from '#platform/i18n.ts'
import { Button } from '#ui/button.tsx'
import { DateInput } from '#ui/date-input.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { Timeline } from '#ui/timeline.tsx'
import type { CaseStep } from '../case-step.ts'
import { typedDay } from '../form-reading.ts'
import type { GapEvent } from '../gap-states.ts'
import { historyItems } from '../history.tsx'
import { Polish } from '#ui/polish.tsx'
import { gapsPath, GapStateTag, NeedName } from './gap-list-page.tsx'
import type { Gap } from './gap.ts'
import { gapText } from './text.ts'

export interface GapPageProps {
  gap: Gap
  groupName: string
  districtName: string | undefined
  offered: readonly GapEvent[]
  history: readonly CaseStep[]
  values: FormValues
  errors: readonly FieldError[]
}

/** One gap: what is missing, for whom and where, who sees to it, and the steps. */
export const GapPage = (props: GapPageProps) => {
  const { lang } = useFrame()
  const t = gapText[lang]
  const { gap, groupName, districtName, offered, history, errors } = props
  const rows = [
    { key: t.group, value: groupName },
    { key: t.district, value: districtName ?? t.noDistrict },
    { key: t.registered, value: formatDay(lang, dayOf(gap.registeredAt)) },
    { key: t.owner, value: gap.ownerName ?? t.nobody },
    { key: t.next, value: gap.nextOn ? formatDay(lang, gap.nextOn) : '–' },
    { key: t.service, value: gap.serviceName ? <Polish>{gap.serviceName}</Polish> : '–' },
  ]
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">
        <NeedName name={gap.needName} />
      </h1>
      <p class="govuk-body">
        <GapStateTag state={gap.state} />
      </p>
      <p class="govuk-hint">{t.noPerson}</p>
      {gap.veiled && <p class="govuk-body">{t.veiled}</p>}
      <SummaryList rows={rows} />
      {offered.map((event) => (
        <StepForm event={event} {...props} />
      ))}
      <h2 class="govuk-heading-m">{t.history}</h2>
      <Timeline items={historyItems(history, { events: t.events, by: {} })} headingLevel={3} />
    </>
  )
}

const StepForm = (props: GapPageProps & { event: GapEvent }) => {
  const { lang, href } = useFrame()
  const t = gapText[lang]
  const { event, gap, values, errors } = props
  const returned = valueOf(values, 'event') === event
  const of = (name: string) => ({
    name: `${name}-${event}`,
    value: returned ? valueOf(values, `${name}-${event}`) : '',
    error: returned ? errorFor(errors, `${name}-${event}`) : undefined,
  })
  const { value: _, ...day } = of('nextOn')
  return (
    <Details summary={t.steps[event]} open={returned}>
      <Form
        action={href(`${gapsPath}/${gap.id}/kroki`)}
        formKey={newFormKey()}
        hidden={{ version: gap.version, event }}
      >
        {event === 'initiate' && <DateInput {...day} label={t.nextOn} value={typedDay(values, 'nextOn-initiate')} />}
        {event === 'find-service' && <TextInput {...of('serviceName')} label={t.serviceName} />}
        {(event === 'drop' || event === 'reopen') && <Textarea {...of('reason')} label={t.reason} rows={3} />}
        <Button kind="secondary">{t.steps[event]}</Button>
      </Form>
    </Details>
  )
}
