import type { Lang } from '#platform/i18n.ts'
import { en } from './text.en.ts'
import { pl, type ReportsText } from './text.pl.ts'
import { uk } from './text.uk.ts'

/** What the front desk reads about reported needs. */
export const reportsText: Record<Lang, ReportsText> = { pl, uk, en }
