import type { Lang } from '#platform/i18n.ts'
import { en } from './register-text.en.ts'
import { pl, type RegisterText } from './register-text.pl.ts'
import { uk } from './register-text.uk.ts'

export const registerText: Record<Lang, RegisterText> = { pl, uk, en }
