import { may, type Action } from '#platform/access.ts'
import type { Actor } from '#platform/actor.ts'
import type { Lang } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'

/** One thing that waits for the person: a sentence in the page's language with its number, and where it is done. */
export interface DeskItem {
  text: string
  path: string
  count: number
  /** Past its day, or about to be. */
  urgent?: boolean
}

/** What needs this person today. Given by the domains whose work it is. */
export type Desk = (tx: Tx, lang: Lang) => Promise<readonly DeskItem[]>

const doors = {
  'report.read': '/praca/zgloszenia',
  'report.take': '/praca/zgloszenia/nowe',
  'application.read': '/praca/wnioski',
  'plan.read': '/praca/plany',
  'gap.read': '/praca/luki',
  'audit.read': '/praca/audyt',
  'personal-data.read': '/praca/dane-osobowe',
  'emergency.review': '/praca/dostepy-awaryjne',
  'restriction.manage': '/praca/osoby-chronione',
  'emergency.open': '/praca/dostep-awaryjny',
  'relative.declare': '/praca/wylaczenia',
  'account.manage': '/praca/konta',
  'deputy.appoint': '/praca/zastepstwa',
  'access.read': '/praca/uprawnienia',
} as const satisfies Partial<Record<Action, string>>

export type Door = keyof typeof doors

// Object.entries loses the literal types; the table above is closed.
const entries = Object.entries(doors) as [Door, string][]

/** The places of work that this person's roles open. */
export const doorsFor = (actor: Actor): { action: Door; path: string }[] =>
  entries.filter(([action]) => may(actor, action)).map(([action, path]) => ({ action, path }))
