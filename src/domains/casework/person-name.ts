import type { Lang } from '#platform/i18n.ts'
import { applicationsText } from './applications/text.ts'

interface Named {
  givenName: string
  familyName: string
}

/** What an erasure leaves where a name was (personal-data/casework-register.ts). */
const erasedName = '—'

export const isErased = ({ familyName }: Pick<Named, 'familyName'>): boolean => familyName === erasedName

/** How a person is called on pages: given name first. */
export const personName = (lang: Lang, person: Named): string =>
  isErased(person) ? applicationsText[lang].person.erased : `${person.givenName} ${person.familyName}`
