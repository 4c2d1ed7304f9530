import type { Lang } from '#platform/i18n.ts'
import { en } from './people-text.en.ts'
import { pl, type PeopleText } from './people-text.pl.ts'
import { uk } from './people-text.uk.ts'

export const peopleText: Record<Lang, PeopleText> = { pl, uk, en }
