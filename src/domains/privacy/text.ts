import type { Lang } from '#platform/i18n.ts'
import { en } from './text.en.ts'
import { pl, type PrivacyText } from './text.pl.ts'
import { uk } from './text.uk.ts'

export type Texts = PrivacyText

export const privacyText: Record<Lang, PrivacyText> = { pl, uk, en }
