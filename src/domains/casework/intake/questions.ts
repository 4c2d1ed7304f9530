import { valueOf, type FormValues } from '#platform/forms.ts'

/** The questions in the order in which they are asked; each is one page of the form. */
export const questionIds = ['for-whom', 'reporter', 'words', 'person', 'contact', 'home', 'extras'] as const
export type QuestionId = (typeof questionIds)[number]

interface Question {
  /** The last part of its address. */
  path: string
  /** Fields with one value, and those with any number of values. */
  fields: readonly string[]
  many?: readonly string[]
  /** True when nothing has to be answered. */
  skippable?: boolean
}

export const questions: Record<QuestionId, Question> = {
  'for-whom': { path: 'dla-kogo', fields: ['reporter'] },
  reporter: { path: 'kto-zglasza', fields: ['reporterName', 'reporterRelation', 'reporterPhone'] },
  words: { path: 'co-sie-dzieje', fields: ['words', 'situation'] },
  person: { path: 'kogo-dotyczy', fields: ['givenName', 'familyName', 'birthYear'] },
  contact: { path: 'kontakt', fields: ['contactWay', 'phone', 'email', 'contactNote'] },
  home: { path: 'gdzie-mieszka', fields: ['district', 'address'], skippable: true },
  extras: { path: 'dodatkowo', fields: ['pesel', 'language'], many: ['accessNeeds'], skippable: true },
}

export const questionOfPath = (path: string): QuestionId | undefined =>
  questionIds.find((id) => questions[id].path === path)

/** Who reports for themself isn't asked who they are twice. */
export const askedQuestions = (answers: FormValues): QuestionId[] =>
  questionIds.filter((id) => id !== 'reporter' || valueOf(answers, 'reporter') !== 'self')

/** "Pytanie 3 z 7". */
export function placeOf(id: QuestionId, answers: FormValues): { at: number; of: number } {
  const asked = askedQuestions(answers)
  return { at: asked.indexOf(id) + 1, of: asked.length }
}

/** The question before this one; undefined at the first. */
export function questionBefore(id: QuestionId, answers: FormValues): QuestionId | undefined {
  const asked = askedQuestions(answers)
  return asked[asked.indexOf(id) - 1]
}

/** The question after this one; undefined when only the check is left. */
export function questionAfter(id: QuestionId, answers: FormValues): QuestionId | undefined {
  const asked = askedQuestions(answers)
  return asked[asked.indexOf(id) + 1]
}

/** The fields that belong to a question, out of everything a form sent. */
export function pickFields(id: QuestionId, values: FormValues): FormValues {
  const { fields, many = [] } = questions[id]
  const names = new Set([...fields, ...many])
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)))
}

/** Earlier answers with those of one question replaced: an unticked box is an answer too. */
export function withAnswers(answers: FormValues, id: QuestionId, values: FormValues): FormValues {
  const { fields, many = [] } = questions[id]
  const own = new Set([...fields, ...many])
  const others = Object.entries(answers).filter(([name]) => !own.has(name))
  return { ...Object.fromEntries(others), ...pickFields(id, values) }
}
