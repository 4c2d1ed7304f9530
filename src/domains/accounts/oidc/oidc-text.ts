import type { Lang } from '#platform/i18n.ts'
import { en } from './oidc-text.en.ts'
import { pl, type OidcText } from './oidc-text.pl.ts'
import { uk } from './oidc-text.uk.ts'

export const oidcText: Record<Lang, OidcText> = { pl, uk, en }
