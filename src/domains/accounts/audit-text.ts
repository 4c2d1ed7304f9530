import type { Lang } from '#platform/i18n.ts'
import { en } from './audit-text.en.ts'
import { pl, type AuditText } from './audit-text.pl.ts'
import { uk } from './audit-text.uk.ts'

export const auditText: Record<Lang, AuditText> = { pl, uk, en }
