import type { Lang } from '#platform/i18n.ts'
import { en } from './text.en.ts'
import { pl, type ResidentText } from './text.pl.ts'
import { uk } from './text.uk.ts'

/** What a resident reads about their case: every state has a sentence on what happens now and one next step. */
export const residentText: Record<Lang, ResidentText> = { pl, uk, en }
