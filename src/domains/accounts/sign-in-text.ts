import type { Lang } from '#platform/i18n.ts'
import { en } from './sign-in-text.en.ts'
import { pl, type SignInText } from './sign-in-text.pl.ts'
import { uk } from './sign-in-text.uk.ts'

export const signInText: Record<Lang, SignInText> = { pl, uk, en }
