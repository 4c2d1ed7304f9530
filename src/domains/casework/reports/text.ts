import type { Lang } from '#platform/i18n.ts'
import { en } from './text.en.ts'
import { pl } from './text.pl.ts'
import { uk } from './text.uk.ts'

export type ReportsText = typeof pl

/** What the front desk reads about reported needs. */
export const reportsText: Record<Lang, ReportsText> = { pl, uk, en }
