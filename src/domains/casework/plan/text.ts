import type { Lang } from '#platform/i18n.ts'
import { en } from './text.en.ts'
import { pl, type PlanText } from './text.pl.ts'
import { uk } from './text.uk.ts'

export const planText: Record<Lang, PlanText> = { pl, uk, en }
