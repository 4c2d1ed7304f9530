import type { Lang } from '#platform/i18n.ts'
import { en } from './proof-text.en.ts'
import { pl, type ProofText } from './proof-text.pl.ts'
import { uk } from './proof-text.uk.ts'

export const proofText: Record<Lang, ProofText> = { pl, uk, en }
