import type { Lang } from '#platform/i18n.ts'
import { en } from './access-text.en.ts'
import { pl, type AccessText } from './access-text.pl.ts'
import { uk } from './access-text.uk.ts'

/** The roles and the actions of the role × action table in words. */
export const accessText: Record<Lang, AccessText> = { pl, uk, en }
