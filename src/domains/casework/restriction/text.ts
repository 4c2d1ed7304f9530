import type { Lang } from '#platform/i18n.ts'
import { en } from './text.en.ts'
import { pl, type RestrictionText } from './text.pl.ts'
import { uk } from './text.uk.ts'

export const restrictionText: Record<Lang, RestrictionText> = { pl, uk, en }
