import type { Lang } from '#platform/i18n.ts'
import { en } from './text.en.ts'
import { pl } from './text.pl.ts'
import { uk } from './text.uk.ts'

export type UiText = typeof pl

export const uiText: Record<Lang, UiText> = { pl, uk, en }
