import type { Lang } from '#platform/i18n.ts'
import { en } from './accessibility-text.en.ts'
import { pl, type AccessibilityText } from './accessibility-text.pl.ts'
import { uk } from './accessibility-text.uk.ts'

export const accessibilityText: Record<Lang, AccessibilityText> = { pl, uk, en }
