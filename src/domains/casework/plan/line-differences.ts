import { valueOf, type FormValues } from '#platform/forms.ts'
import type { Lang } from '#platform/i18n.ts'
import { unitName } from '../dose-text.ts'
import { typedDay } from '../form-reading.ts'
import type { LineUnit } from '../plan.ts'
import type { Difference } from './conflict-notice.tsx'
import { chosenServiceId } from './line-form.ts'
import type { Offer } from './offers.ts'
import type { LineRecord, PlanRecord } from './plan-record.ts'
import { planText } from './text.ts'

interface TwoTexts {
  /** What this person typed. */
  readonly values: FormValues
  readonly chosen: Offer | undefined
  /** What somebody else saved. */
  readonly saved: LineRecord
}

/** Both texts of a line field by field, as people read them. */
export function lineDifferences(lang: Lang, plan: PlanRecord, { values, chosen, saved }: TwoTexts): Difference[] {
  const { line: t, page, regimes, periods } = planText[lang]
  const typed = (name: string) => valueOf(values, name)
  const need = (id: string | undefined) => plan.needs.find((one) => one.id === id)?.name ?? ''
  const service = (name: string, provider: string) => [name, provider].filter(Boolean).join(', ')
  const yourService = chosenServiceId(values)
    ? service(chosen?.name ?? '', chosen?.providerName ?? '')
    : service(typed('otherName'), typed('otherProvider'))
  const day = (name: string) => Object.values(typedDay(values, name)).join('.')
  const dots = (date: Temporal.PlainDate) => `${date.day}.${date.month}.${date.year}`
  const dose = (amount: string, unit: string, times: string, per: string) => [amount, unit, '×', times, per].join(' ')
  return [
    { field: t.need, yours: need(typed('needId')), saved: need(saved.needId) },
    { field: t.service, yours: yourService, saved: service(saved.serviceName, saved.providerName) },
    {
      field: page.dose,
      yours: dose(
        typed('amount').replace(',', '.'),
        unitName(lang, typed('unit') as LineUnit),
        typed('times'),
        periods[typed('per') as 'day'] ?? '',
      ),
      saved: dose(
        String(saved.dose.amount),
        unitName(lang, saved.dose.unit),
        String(saved.dose.times),
        periods[saved.dose.per],
      ),
    },
    { field: t.startsOn, yours: day('startsOn'), saved: dots(saved.startsOn) },
    { field: t.endsOn, yours: day('endsOn'), saved: dots(saved.endsOn) },
    { field: t.regime, yours: regimes[typed('regime') as 'cus-act'] ?? '', saved: regimes[saved.regime] },
    { field: t.decisionNumber, yours: typed('decisionNumber').trim(), saved: saved.decisionNumber ?? '' },
    { field: t.external, yours: yesNo(typed('external') === 'yes'), saved: yesNo(saved.external) },
  ]
}

const yesNo = (yes: boolean): string => (yes ? '✓' : '–')
