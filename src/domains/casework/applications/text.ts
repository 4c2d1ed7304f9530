import type { Lang } from '#platform/i18n.ts'
import { en } from './text.en.ts'
import { pl, type ApplicationsText } from './text.pl.ts'
import { uk } from './text.uk.ts'

/** What staff read about applications and the people they concern. */
export const applicationsText: Record<Lang, ApplicationsText> = { pl, uk, en }
