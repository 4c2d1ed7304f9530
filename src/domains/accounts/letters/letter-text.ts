import type { Lang } from '#platform/i18n.ts'
import { en } from './letter-text.en.ts'
import { pl, type LetterText } from './letter-text.pl.ts'
import { uk } from './letter-text.uk.ts'

export const letterText: Record<Lang, LetterText> = { pl, uk, en }
