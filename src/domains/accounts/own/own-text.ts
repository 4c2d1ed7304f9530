import type { Lang } from '#platform/i18n.ts'
import { en } from './own-text.en.ts'
import { pl, type OwnText } from './own-text.pl.ts'
import { uk } from './own-text.uk.ts'

export const ownText: Record<Lang, OwnText> = { pl, uk, en }
