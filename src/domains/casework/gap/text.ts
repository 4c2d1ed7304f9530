import type { Lang } from '#platform/i18n.ts'
import { en } from './text.en.ts'
import { pl, type GapText } from './text.pl.ts'
import { uk } from './text.uk.ts'

export const gapText: Record<Lang, GapText> = { pl, uk, en }
