import type { Lang } from '#platform/i18n.ts'
import { en } from './rectification-text.en.ts'
import { pl, type RectificationText } from './rectification-text.pl.ts'
import { uk } from './rectification-text.uk.ts'

export const rectificationText: Record<Lang, RectificationText> = { pl, uk, en }
