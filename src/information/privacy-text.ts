import type { Lang } from '#platform/i18n.ts'
import { en } from './privacy-text.en.ts'
import { pl, type PrivacyText } from './privacy-text.pl.ts'
import { uk } from './privacy-text.uk.ts'

export const privacyText: Record<Lang, PrivacyText> = { pl, uk, en }
