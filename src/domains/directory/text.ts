import type { Lang } from '#platform/i18n.ts'
import { en } from './text.en.ts'
import { pl, type DirectoryText } from './text.pl.ts'
import { uk } from './text.uk.ts'

export const directoryText: Record<Lang, DirectoryText> = { pl, uk, en }
