import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { DateInput } from '#ui/date-input.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Polish } from '#ui/polish.tsx'
import { Radios } from '#ui/radios.tsx'
import { SampleMark } from '#ui/sample-mark.tsx'
import { Select } from '#ui/select.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { unitName } from '../dose-text.ts'
import { typedDay } from '../form-reading.ts'
import { frequencyPeriods, legalRegimes, lineUnits } from '../plan.ts'
import { ConflictNotice, type Difference } from './conflict-notice.tsx'
import { otherService } from './line-form.ts'
import type { Offer } from './offers.ts'
import { planPath } from './plan-paths.ts'
import type { PlanRecord } from './plan-record.ts'
import { PlanIdentity } from './plan-summary.tsx'
import { planText } from './text.ts'

export interface LinePageProps {
  plan: PlanRecord
  /** The line being changed; undefined for a new one. */
  lineId: string | undefined
  /** The version that the form sends back. */
  version: number
  formKey: string
  values: FormValues
  errors: readonly FieldError[]
  offers: readonly Offer[]
  conflict?: { readonly differences: readonly Difference[] | undefined } | undefined
}

/** One line of the plan. The search is a button of the same form, so that nothing typed is lost by searching. */
export const LinePage = (props: LinePageProps) => {
  const { lang, href } = useFrame()
  const t = planText[lang].line
  const { plan, lineId, version, formKey, errors, conflict } = props
  const action = planPath(plan.id, `/uslugi${lineId ? `/${lineId}` : ''}`)
  return (
    <>
      <ErrorSummary errors={errors} />
      <PlanIdentity plan={plan} />
      <h1 class="govuk-heading-l">{lineId ? t.editTitle : t.newTitle}</h1>
      {conflict && <ConflictNotice differences={conflict.differences} keepHref={href(planPath(plan.id))} />}
      <Form action={href(action)} formKey={formKey} hidden={{ version }}>
        <NeedField {...props} />
        <ServiceFields {...props} />
        <DoseFields {...props} />
        <PeriodFields {...props} />
        <Button name="do" value="save">
          {t.save}
        </Button>
      </Form>
    </>
  )
}

const NeedField = ({ plan, values, errors }: LinePageProps) => (
  <Select
    name="needId"
    label={planText[useFrame().lang].line.need}
    options={plan.needs.map((need, at) => ({ value: need.id, text: `${at + 1}. ${need.name}`, lang: 'pl' as const }))}
    value={valueOf(values, 'needId')}
    error={errorFor(errors, 'needId')}
  />
)

const ServiceFields = ({ values, errors, offers }: LinePageProps) => {
  const t = planText[useFrame().lang].line
  const text = (name: 'otherName' | 'otherProvider') => ({
    name,
    value: valueOf(values, name),
    error: errorFor(errors, name),
    label: t[name],
  })
  return (
    <>
      <TextInput name="q" type="search" label={t.search} hint={t.searchHint} value={valueOf(values, 'q')} />
      <Button name="do" value="search" kind="secondary">
        {t.searchButton}
      </Button>
      {offers.length === 0 && valueOf(values, 'q') !== '' && <p class="govuk-body">{t.nothingFound}</p>}
      <Radios
        name="service"
        label={t.service}
        value={valueOf(values, 'service')}
        error={errorFor(errors, 'service')}
        items={[
          ...offers.map((offer) => ({
            value: offer.id,
            text: <OfferName offer={offer} />,
            hint: [t.room[offer.capacity], offer.free && t.free, ...offer.districts, !offer.inForce && t.closed]
              .filter(Boolean)
              .join(' · '),
          })),
          { value: otherService, text: t.other },
        ]}
      />
      <TextInput {...text('otherName')} />
      <TextInput {...text('otherProvider')} />
      <Checkboxes
        name="external"
        label={t.external}
        small
        values={[valueOf(values, 'external')]}
        items={[{ value: 'yes', text: t.external }]}
      />
    </>
  )
}

const OfferName = ({ offer }: { offer: Offer }) => (
  <>
    <Polish>
      {offer.name}, {offer.providerName}
    </Polish>{' '}
    {offer.sample && <SampleMark />}
  </>
)

const DoseFields = ({ values, errors }: LinePageProps) => {
  const { lang } = useFrame()
  const t = planText[lang]
  const field = (name: 'amount' | 'unit' | 'times' | 'per') => ({
    name,
    label: t.line[name],
    value: valueOf(values, name),
    error: errorFor(errors, name),
  })
  return (
    <>
      <TextInput {...field('amount')} width="5" inputMode="decimal" />
      <Select {...field('unit')} options={lineUnits.map((unit) => ({ value: unit, text: unitName(lang, unit) }))} />
      <TextInput {...field('times')} width="3" inputMode="numeric" />
      <Select {...field('per')} options={frequencyPeriods.map((per) => ({ value: per, text: t.periods[per] }))} />
    </>
  )
}

const PeriodFields = ({ values, errors }: LinePageProps) => {
  const t = planText[useFrame().lang]
  const day = (name: 'startsOn' | 'endsOn') => ({
    name,
    label: t.line[name],
    value: typedDay(values, name),
    error: errorFor(errors, name),
  })
  return (
    <>
      <DateInput {...day('startsOn')} />
      <DateInput {...day('endsOn')} />
      <Select
        name="regime"
        label={t.line.regime}
        hint={t.line.regimeHint}
        options={legalRegimes.map((regime) => ({ value: regime, text: t.regimes[regime] }))}
        value={valueOf(values, 'regime')}
        error={errorFor(errors, 'regime')}
      />
      <TextInput
        name="decisionNumber"
        label={t.line.decisionNumber}
        hint={t.line.decisionHint}
        width="20"
        value={valueOf(values, 'decisionNumber')}
        error={errorFor(errors, 'decisionNumber')}
      />
    </>
  )
}
