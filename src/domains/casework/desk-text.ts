import type { Lang } from '#platform/i18n.ts'
import { en } from './desk-text.en.ts'
import { pl, type DeskText } from './desk-text.pl.ts'
import { uk } from './desk-text.uk.ts'

/** What the first page of the workplace says about waiting cases. */
export const deskText: Record<Lang, DeskText> = { pl, uk, en }
