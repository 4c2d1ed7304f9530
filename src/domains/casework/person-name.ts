import type { Lang } from '#platform/i18n.ts'
import { erasedMark } from '#platform/personal-data/entry.ts'
import { applicationsText } from './applications/text.ts'

interface Named {
  givenName: string
  familyName: string
}

export const isErased = ({ familyName }: Pick<Named, 'familyName'>): boolean => familyName === erasedMark

/** How a person is called on pages: given name first. */
export const personName = (lang: Lang, person: Named): string =>
  isErased(person) ? applicationsText[lang].person.erased : `${person.givenName} ${person.familyName}`
