import type { Lang } from '#platform/i18n.ts'
import { en } from './text.en.ts'
import { pl, type AttachmentsText } from './text.pl.ts'
import { uk } from './text.uk.ts'

export const attachmentsText: Record<Lang, AttachmentsText> = { pl, uk, en }
