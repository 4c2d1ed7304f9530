import type { Lang } from '#platform/i18n.ts'
import { en } from './text.en.ts'
import { pl, type UiText } from './text.pl.ts'
import { uk } from './text.uk.ts'

export const uiText: Record<Lang, UiText> = { pl, uk, en }
