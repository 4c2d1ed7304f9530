import type { Lang } from '#platform/i18n.ts'
import { en } from './audit-detail-text.en.ts'
import { pl, type AuditDetailText } from './audit-detail-text.pl.ts'
import { uk } from './audit-detail-text.uk.ts'

export const auditDetailText: Record<Lang, AuditDetailText> = { pl, uk, en }
