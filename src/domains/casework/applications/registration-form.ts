import { z } from 'zod'
import { parseForm, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { readDay } from '../form-reading.ts'
import { parsePhone } from '../phone.ts'
import { applicantRoles, applicationChannels, whyNotReceivedOn } from './application.ts'
import type { ApplicationsText } from './text.pl.ts'

interface Reading {
  t: ApplicationsText
  today: Temporal.PlainDate
  /** The day of the report that the application comes from. */
  reportedOn: Temporal.PlainDate | undefined
  candidateIds: readonly string[]
  coordinatorIds: readonly string[]
}

export type RegistrationForm = z.output<ReturnType<typeof schema>> & { receivedOn: Temporal.PlainDate }

export const newPerson = 'new'

/** Reads what was typed on the page of registering; every mistake is named. */
export function readRegistration(
  sent: FormValues,
  reading: Reading,
): { ok: true; value: RegistrationForm } | { ok: false; errors: FieldError[] } {
  const fields = Object.keys(schema(reading).shape)
  const typed = Object.fromEntries(fields.map((name) => [name, valueOf(sent, name)]))
  const parsed = parseForm(schema(reading).check(demandDetails(reading)), typed)
  const day = readReceiptDay(sent, reading)
  const errors = [
    ...('message' in day ? [{ field: 'receivedOn', message: day.message }] : []),
    ...(parsed.ok ? [] : parsed.errors),
  ]
  if (!parsed.ok || 'message' in day) return { ok: false, errors }
  return { ok: true, value: { ...parsed.value, receivedOn: day.day } }
}

/** What is sought among the known people, as far as it was typed. */
export const readSought = (sent: FormValues) => {
  const year = valueOf(sent, 'birthYear').trim()
  return {
    givenName: valueOf(sent, 'givenName').trim().slice(0, 120),
    familyName: valueOf(sent, 'familyName').trim().slice(0, 120),
    birthYear: /^(19|20)\d{2}$/.test(year) ? Number(year) : undefined,
    phone: parsePhone(valueOf(sent, 'phone')),
  }
}

const line = (t: ApplicationsText, max = 120) => z.string().trim().max(max, t.errors.tooLong(max))
const optional = (t: ApplicationsText, max = 120) => line(t, max).transform((text) => text || undefined)

const schema = ({ t, candidateIds, coordinatorIds }: Reading) =>
  z.object({
    person: z.string().refine((id) => id === newPerson || candidateIds.includes(id), t.errors.person),
    givenName: line(t),
    familyName: line(t),
    birthYear: z
      .string()
      .trim()
      .refine((typed) => /^((19|20)\d{2})?$/.test(typed), t.errors.birthYear)
      .transform((typed) => (typed === '' ? undefined : Number(typed))),
    phone: z
      .string()
      .trim()
      .refine((typed) => typed === '' || parsePhone(typed) !== undefined, t.errors.phone)
      .transform(parsePhone),
    channel: z.enum(applicationChannels, { error: t.errors.channel }),
    applicantRole: z.enum(applicantRoles, { error: t.errors.role }),
    representativeName: optional(t),
    representativeBasis: optional(t, 500),
    words: line(t, 5000).min(1, t.errors.words),
    coordinator: z
      .string()
      .refine((id) => id === '' || coordinatorIds.includes(id), t.errors.coordinator)
      .transform((id) => id || undefined),
  })

/** A new person has a name; whoever applies for another is named (R-APP-01). */
const demandDetails =
  ({ t, today }: Reading): z.core.CheckFn<z.output<ReturnType<typeof schema>>> =>
  ({ value, issues }) => {
    const demand = (field: string, message: string) =>
      issues.push({ code: 'custom', path: [field], message, input: value })
    if (value.person === newPerson && !value.givenName) demand('givenName', t.errors.givenName)
    if (value.person === newPerson && !value.familyName) demand('familyName', t.errors.familyName)
    if (value.birthYear !== undefined && value.birthYear > today.year) demand('birthYear', t.errors.birthYear)
    if (value.applicantRole !== 'self' && !value.representativeName) {
      demand('representativeName', t.errors.representative)
    }
  }

function readReceiptDay(
  sent: FormValues,
  { t, today, reportedOn }: Reading,
): { day: Temporal.PlainDate } | { message: string } {
  const day = readDay(sent, 'receivedOn')
  if (!day) return { message: t.errors.receivedOn }
  const channel = applicationChannels.find((known) => known === valueOf(sent, 'channel')) ?? 'paper'
  const refused = whyNotReceivedOn(day, today, { channel, reportedOn })
  return refused ? { message: t.receiptDay[refused] } : { day }
}
