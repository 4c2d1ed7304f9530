import type { Lang } from '#platform/i18n.ts'
import { en } from './link-text.en.ts'
import { pl, type LinkText } from './link-text.pl.ts'
import { uk } from './link-text.uk.ts'

export const linkText: Record<Lang, LinkText> = { pl, uk, en }
