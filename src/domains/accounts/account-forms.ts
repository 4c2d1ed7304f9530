import { z } from 'zod'
import { roles } from '#platform/actor.ts'
import type { PeopleText } from './people-text.pl.ts'

const text = (missing: string, t: PeopleText) => z.string(missing).trim().min(1, missing).max(200, t.tooLong)

const day = (t: PeopleText) =>
  z
    .string(t.dayMissing)
    .trim()
    .min(1, t.dayMissing)
    .pipe(z.iso.date(t.dayWrong))
    .transform((value) => Temporal.PlainDate.from(value))

/** An empty field is no day. */
const openDay = (t: PeopleText) =>
  z.preprocess((value) => (value === undefined || value === '' ? undefined : value), day(t).optional())

const role = (t: PeopleText) => z.enum(roles, t.roleMissing)

/** The last day is not before the first. zod asks this also of days that were refused already: those are no days. */
const inOrder = ({ from, until }: { from: unknown; until?: unknown }): boolean =>
  !isDay(from) || !isDay(until) || Temporal.PlainDate.compare(from, until) <= 0

const isDay = (value: unknown): value is Temporal.PlainDate => value instanceof Temporal.PlainDate

export const newAccountForm = (t: PeopleText) =>
  z.object({
    name: text(t.nameMissing, t),
    email: z.string(t.emailWrong).trim().toLowerCase().max(200, t.tooLong).pipe(z.email(t.emailWrong)),
    phone: z
      .string()
      .trim()
      .regex(/^[+\d][\d ()-]{5,20}$|^$/, t.phoneWrong)
      .default(''),
    role: z.preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z
        .array(role(t))
        .min(1, t.roleMissing)
        .transform((chosen) => [...new Set(chosen)]),
    ),
    way: z.enum(['mail', 'hand'], t.wayMissing),
  })

export const roleForm = (t: PeopleText) =>
  z
    .object({ role: role(t), from: day(t), until: openDay(t) })
    .refine(inOrder, { path: ['until'], error: t.endsBeforeItBegins })

/** The days of an authorisation; its fields bear a prefix, as it shares a page with the form of a role. */
export const approvalForm = (t: PeopleText) =>
  z
    .object({ 'approval-from': day(t), 'approval-until': openDay(t) })
    .refine((days) => inOrder({ from: days['approval-from'], until: days['approval-until'] }), {
      path: ['approval-until'],
      error: t.endsBeforeItBegins,
    })

export const deputyForm = (t: PeopleText) =>
  z
    .object({
      absent: z.guid(t.personMissing),
      role: role(t),
      deputy: z.guid(t.personMissing),
      from: day(t),
      until: day(t),
      reason: text(t.reasonMissing, t),
    })
    .refine(inOrder, { path: ['until'], error: t.endsBeforeItBegins })

export type DeputyForm = z.output<ReturnType<typeof deputyForm>>

/** What a button that changes an account sends. */
export const versionForm = z.object({ version: z.coerce.number().int().min(1).max(2_000_000_000) })
