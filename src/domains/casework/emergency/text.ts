import type { Lang } from '#platform/i18n.ts'
import { en } from './text.en.ts'
import { pl, type EmergencyText } from './text.pl.ts'
import { uk } from './text.uk.ts'

export const emergencyText: Record<Lang, EmergencyText> = { pl, uk, en }
