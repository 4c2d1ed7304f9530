import { z } from 'zod'
import { parseForm, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { dayField, joinDays } from '../day-field.ts'
import { dayFields } from '../form-reading.ts'
import type { SubmitRefusal } from '../plan-rules.ts'
import { frequencyPeriods, legalRegimes, lineUnits, type Dose } from '../plan.ts'
import { choice, freeText, limits, optionalText, pick } from '../text-field.ts'
import type { Offer } from './offers.ts'
import type { LineContent } from './plan-line-queries.ts'
import type { LineRecord, PlanRecord } from './plan-record.ts'
import type { PlanText } from './text.pl.ts'

/** The answer that leads to the free fields instead of a service of the directory. */
export const otherService = 'other'

const fields = [
  'needId',
  'service',
  'otherName',
  'otherProvider',
  'external',
  'amount',
  'unit',
  'times',
  'per',
  'regime',
  'decisionNumber',
] as const

const amountField = (message: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,5}(?:[.,]\d{1,2})?$/, message)
    .transform((typed) => Number(typed.replace(',', '.')))
    .refine((amount) => amount > 0, message)

const lineSchema = (t: PlanText['errors'], plan: PlanRecord) =>
  z.object({
    needId: choice(
      plan.needs.map((need) => need.id),
      t.needed,
    ),
    service: z.string().min(1, t.service).max(limits.line, t.service),
    otherName: freeText(t.tooLong, limits.line),
    otherProvider: freeText(t.tooLong, limits.line),
    external: z.string().transform((ticked) => ticked === 'yes'),
    amount: amountField(t.amount),
    unit: choice(lineUnits, t.choose),
    times: z
      .string()
      .trim()
      .regex(/^[1-9]\d{0,2}$/, t.times)
      .transform(Number),
    per: choice(frequencyPeriods, t.choose),
    startsOn: dayField(t.day),
    endsOn: dayField(t.day),
    regime: choice(legalRegimes, t.choose),
    decisionNumber: optionalText(t.tooLong, limits.line),
  })

export type LineForm = { ok: true; line: LineContent } | { ok: false; errors: FieldError[] }

/** Reads the form of a line; `chosen` is the service of the directory that was ticked, if there is one. */
export function readLineForm(values: FormValues, plan: PlanRecord, chosen: Offer | undefined, t: PlanText): LineForm {
  const parsed = parseForm(lineSchema(t.errors, plan), {
    ...pick(values, fields),
    ...days(values),
  })
  if (!parsed.ok) return { ok: false, errors: parsed.errors }
  const { service, otherName, otherProvider, amount, unit, times, per, ...line } = parsed.value
  const dose: Dose = { amount, unit, times, per }
  if (service !== otherService) {
    if (!chosen) return { ok: false, errors: [{ field: 'service', message: t.errors.serviceGone }] }
    const { id, name, providerId, providerName } = chosen
    return { ok: true, line: { ...line, dose, serviceId: id, serviceName: name, providerId, providerName } }
  }
  if (otherName === '') return { ok: false, errors: [{ field: 'otherName', message: t.errors.otherName }] }
  const named = { serviceId: undefined, serviceName: otherName, providerId: undefined, providerName: otherProvider }
  return { ok: true, line: { ...line, ...named, dose } }
}

const days = (values: FormValues): FormValues => pick(joinDays(values, ['startsOn', 'endsOn']), ['startsOn', 'endsOn'])

/** What a known line, or a new one for a need, puts into the form. */
export function lineValues(line: LineRecord | undefined, plan: PlanRecord, needId: string): FormValues {
  if (!line) {
    return {
      needId,
      unit: 'hour',
      per: 'week',
      times: '1',
      regime: 'cus-act',
      ...(plan.startsOn && dayFields('startsOn', plan.startsOn)),
      ...(plan.endsOn && dayFields('endsOn', plan.endsOn)),
    }
  }
  return {
    needId: line.needId ?? '',
    service: line.serviceId ?? otherService,
    otherName: line.serviceId ? '' : line.serviceName,
    otherProvider: line.serviceId ? '' : line.providerName,
    external: line.external ? 'yes' : '',
    amount: String(line.dose.amount).replace('.', ','),
    unit: line.dose.unit,
    times: String(line.dose.times),
    per: line.dose.per,
    regime: line.regime,
    decisionNumber: line.decisionNumber ?? '',
    ...dayFields('startsOn', line.startsOn),
    ...dayFields('endsOn', line.endsOn),
  }
}

const fieldOf: Partial<Record<SubmitRefusal, string>> = {
  'line-without-need': 'needId',
  'line-without-service': 'otherName',
  'line-amount-not-positive': 'amount',
  'line-ends-before-start': 'endsOn',
  'line-outside-period': 'startsOn',
}

/** A rule's refusal at the field that answers it. */
export const lineFieldOf = (refusal: SubmitRefusal): string => fieldOf[refusal] ?? 'form'

/** The service of the directory that the form names; undefined for a free one or none. */
export const chosenServiceId = (values: FormValues): string | undefined => {
  const typed = valueOf(values, 'service')
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(typed) ? typed : undefined
}
