import type { Lang } from '#platform/i18n.ts'
import { en } from './text.en.ts'
import { pl, type LooksText } from './text.pl.ts'
import { uk } from './text.uk.ts'

export const looksText: Record<Lang, LooksText> = { pl, uk, en }
