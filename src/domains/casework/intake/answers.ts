import { z } from 'zod'
import { parseForm, valueOf, valuesOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { parsePesel, peselBirthDate, type Pesel } from '#platform/pesel.ts'
import { parsePhone } from '../phone.ts'
import { accessNeeds, contactWays, reporters, situations, spokenLanguages, type ReportedNeed } from './need-report.ts'
import { askedQuestions, questions, type QuestionId } from './questions.ts'
import type { IntakeText } from './text.pl.ts'

/** What the answers are read with. */
export interface Reading {
  t: IntakeText['errors']
  today: Temporal.PlainDate
  districtIds: readonly string[]
  /** The language of the page: the one to speak in unless another is chosen. */
  lang: 'pl' | 'uk' | 'en'
  /** A number given earlier and kept sealed; a number typed now comes before it. */
  keptPesel?: Pesel | undefined
  /** A record that was written down without a way of contact may stay without one. */
  mayLackWay?: boolean
}

export type Answered<T = ReportedNeed> = { ok: true; value: T } | { ok: false; errors: (FieldError & Asked)[] }
interface Asked {
  question: QuestionId
}

/** Reads the answer to one question; `answers` are all those known, this one included. */
export function readQuestion(id: QuestionId, answers: FormValues, reading: Reading): Answered<Partial<ReportedNeed>> {
  const { fields, many = [] } = questions[id]
  const typed = Object.fromEntries([
    ...fields.map((name) => [name, valueOf(answers, name)]),
    ...many.map((name) => [name, valuesOf(answers, name)]),
  ])
  const parsed = parseForm(schemas[id](reading, answers), typed)
  if (parsed.ok) return { ok: true, value: parsed.value }
  return { ok: false, errors: parsed.errors.map((error) => ({ ...error, question: id })) }
}

/** Reads everything; every mistake of every question is named. */
export function readAnswers(answers: FormValues, reading: Reading): Answered {
  const read = askedQuestions(answers).map((id) => readQuestion(id, answers, reading))
  const errors = read.flatMap((one) => (one.ok ? [] : one.errors))
  if (errors.length > 0) return { ok: false, errors }
  const value: ReportedNeed = Object.assign({}, ...read.map((one) => one.ok && one.value))
  if (value.pesel) value.birthYear ??= peselBirthDate(value.pesel).year
  return { ok: true, value }
}

type Schema = (reading: Reading, answers: FormValues) => z.ZodType<Partial<ReportedNeed>>

const limits = { line: 120, note: 500, words: 5000 }

const required = (missing: string, tooLong: string, max = limits.line) =>
  z.string().trim().min(1, missing).max(max, tooLong)

const optional = (tooLong: string, max = limits.line) =>
  z
    .string()
    .trim()
    .max(max, tooLong)
    .transform((text) => text || undefined)

const phone = (t: Reading['t']) =>
  z
    .string()
    .trim()
    .refine((typed) => typed === '' || parsePhone(typed) !== undefined, t.phone)
    .transform(parsePhone)

const oneOf = <const T extends readonly string[]>(values: T, message: string) => z.enum(values, { error: message })

const optionalOneOf = <const T extends readonly string[]>(values: T, message: string) =>
  z.union([z.literal('').transform(() => undefined), oneOf(values, message)], { error: message })

const schemas: Record<QuestionId, Schema> = {
  'for-whom': ({ t }) => z.object({ reporter: oneOf(reporters, t.reporter) }),
  reporter: ({ t }) =>
    z.object({
      reporterName: required(t.reporterName, t.tooLong(limits.line)),
      reporterRelation: optional(t.tooLong(limits.line)),
      reporterPhone: phone(t),
    }),
  words: ({ t }) =>
    z.object({
      words: required(t.words, t.tooLong(limits.words), limits.words),
      situation: optionalOneOf(situations, t.choose),
    }),
  person: (reading, answers) => personSchema(reading, valueOf(answers, 'reporter') === 'self'),
  contact: contactSchema,
  home: (reading, answers) => homeSchema(reading, valueOf(answers, 'contactWay')),
  extras: (reading, answers) => extrasSchema(reading, valueOf(answers, 'birthYear')),
}

/** Who reports for themself says their name; somebody else says what they know. */
function personSchema({ t, today }: Reading, isSelf: boolean) {
  const year = z
    .string()
    .trim()
    .refine((typed) => typed === '' || isBirthYear(typed, today), t.birthYear)
    .transform((typed) => (typed === '' ? undefined : Number(typed)))
  const name = (missing: string) =>
    isSelf ? required(missing, t.tooLong(limits.line)) : optional(t.tooLong(limits.line))
  return z.object({ givenName: name(t.givenName), familyName: name(t.familyName), birthYear: year })
}

const isBirthYear = (typed: string, today: Temporal.PlainDate): boolean =>
  /^\d{4}$/.test(typed) && Number(typed) >= 1900 && Number(typed) <= today.year

function contactSchema({ t, mayLackWay = false }: Reading) {
  return z
    .object({
      contactWay: mayLackWay ? optionalOneOf(contactWays, t.contactWay) : oneOf(contactWays, t.contactWay),
      phone: phone(t),
      email: z.union([z.literal('').transform(() => undefined), z.email(t.email).max(limits.line, t.email)], {
        error: t.email,
      }),
      contactNote: optional(t.tooLong(limits.note), limits.note),
    })
    .check(({ value, issues }) => {
      const demand = (field: string, message: string) =>
        issues.push({ code: 'custom', path: [field], message, input: value })
      if (['phone', 'sms'].includes(value.contactWay ?? '') && !value.phone) demand('phone', t.phoneNeeded)
      if (value.contactWay === 'email' && !value.email) demand('email', t.emailNeeded)
      if (value.contactWay === 'through-other' && !value.contactNote) demand('contactNote', t.throughWhom)
    })
    .transform(({ contactWay, ...said }) => ({ ...said, ...(contactWay && { contactWay }) }))
}

function homeSchema({ t, districtIds }: Reading, contactWay: string) {
  const address = optional(t.tooLong(limits.note), limits.note)
  return z
    .object({
      district: z.string().refine((id) => id === '' || districtIds.includes(id), t.choose),
      address: ['letter', 'visit'].includes(contactWay) ? address.refine(Boolean, t.addressNeeded) : address,
    })
    .transform(({ district, address }) => ({ districtId: district || undefined, address }))
}

function extrasSchema({ t, lang, keptPesel }: Reading, birthYear: string) {
  return z.object({
    pesel: z.string().transform((typed, context) => {
      const read = typed.trim() === '' ? { pesel: keptPesel } : parsePesel(typed)
      const wrong = 'refused' in read ? t.pesel[read.refused] : ofOtherYear(read.pesel) && t.peselOfOtherYear
      if (!wrong && 'pesel' in read) return read.pesel
      context.addIssue({ code: 'custom', message: wrong || t.choose })
      return z.NEVER
    }),
    language: z.union([z.literal('').transform(() => lang), oneOf(spokenLanguages, t.choose)], { error: t.choose }),
    accessNeeds: z.array(oneOf(accessNeeds, t.choose)).transform((chosen) => [...new Set(chosen)]),
  })

  function ofOtherYear(pesel: Pesel | undefined): boolean {
    return pesel !== undefined && birthYear.trim() !== '' && String(peselBirthDate(pesel).year) !== birthYear.trim()
  }
}
