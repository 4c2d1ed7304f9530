import { situationsAtHome } from './situations-at-home.ts'
import { situationsInLife } from './situations-in-life.ts'
import type { Situation } from './situation.ts'

/** The six doors of the home page, in their order. */
export const situations: readonly Situation[] = [...situationsAtHome, ...situationsInLife]

/** What the addresses say so far; a code that nobody knows counts as no answer. */
function answered(situationCode: string, answerCode: string) {
  const situation = situations.find(({ code }) => code === situationCode)
  return { situation, answer: situation?.answers.find(({ code }) => code === answerCode) }
}

/** The question that comes next, with what was answered before it. */
export type GuideStep = { number: number; answers: Record<string, string> } & (
  | { field: 'sprawa' | 'kiedy' | 'okreg' }
  | { field: 'co'; situation: Situation }
)

/** All four answers; a district of undefined means that the person would rather not say. */
export interface GuideResult {
  situation: Situation
  types: readonly string[]
  urgent: boolean
  district: number | undefined
}

/** Reads the answers in the address: the next question, or the result once all are there. */
export function guideAt(given: (name: string) => string): GuideStep | GuideResult {
  const { situation, answer } = answered(given('sprawa'), given('co'))
  if (!situation) return { number: 1, field: 'sprawa', answers: {} }
  const first = { sprawa: situation.code }
  if (!answer) return { number: 2, field: 'co', situation, answers: first }
  const second = { ...first, co: answer.code }
  const when = given('kiedy')
  if (when !== 'dzis' && when !== 'wkrotce') return { number: 3, field: 'kiedy', answers: second }
  const district = given('okreg')
  if (!/^\d{1,3}$/.test(district)) return { number: 4, field: 'okreg', answers: { ...second, kiedy: when } }
  return {
    situation,
    types: answer.types,
    urgent: when === 'dzis',
    district: district === '0' ? undefined : Number(district),
  }
}
