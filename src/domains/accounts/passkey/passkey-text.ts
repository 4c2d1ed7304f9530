import type { Lang } from '#platform/i18n.ts'
import { en } from './passkey-text.en.ts'
import { pl, type PasskeyText } from './passkey-text.pl.ts'
import { uk } from './passkey-text.uk.ts'

export const passkeyText: Record<Lang, PasskeyText> = { pl, uk, en }
