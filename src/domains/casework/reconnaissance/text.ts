import type { Lang } from '#platform/i18n.ts'
import { en } from './text.en.ts'
import { pl, type ReconnaissanceText } from './text.pl.ts'
import { uk } from './text.uk.ts'

export const reconnaissanceText: Record<Lang, ReconnaissanceText> = { pl, uk, en }
