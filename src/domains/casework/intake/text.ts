import type { Lang } from '#platform/i18n.ts'
import { en } from './text.en.ts'
import { pl, type IntakeText } from './text.pl.ts'
import { uk } from './text.uk.ts'

/** What the form of a need says, to residents and to staff who fill it in for them. */
export const intakeText: Record<Lang, IntakeText> = { pl, uk, en }
