/** Whose data it is: a person with a case, or the person of a report that led to no case. */
export interface Subject {
  kind: 'person' | 'report'
  id: string
}

/** The word in the address of a subject's pages. */
export const subjectWords = { person: 'osoby', report: 'zgloszenia' } as const

export const root = '/praca/dane-osobowe'

export const subjectPath = ({ kind, id }: Subject): string => `${root}/${subjectWords[kind]}/${id}`

/** A file that this person handed in. */
export const filePath = (subject: Subject, id: string): string => `${subjectPath(subject)}/zalaczniki/${id}`
