import type { Lang } from '#platform/i18n.ts'
import { en } from './help-text.en.ts'
import { pl, type HelpPagesText } from './help-text.pl.ts'
import { uk } from './help-text.uk.ts'

export const helpText: Record<Lang, HelpPagesText> = { pl, uk, en }
