import type { LegalRuleSet } from './legal-rules.ts'
import { whyNotPlan } from './plan-rules.ts'

/** How carefully a text is kept (statute 7.3): who may read it and whether each reading is logged. */
export const sensitivities = [
  'ORDINARY',
  'HEALTH',
  'DISABILITY',
  'ADDICTION',
  'VIOLENCE',
  'CRIMINAL',
  'RELIGION_ETHNICITY',
  'CHILD',
] as const
export type Sensitivity = (typeof sensitivities)[number]

export const lifeSections = [
  'health-and-functioning',
  'housing',
  'family-and-carers',
  'informal-network',
  'daily-activities',
  'safety',
  'work-and-education',
  'finances',
  'participation',
  'strengths',
] as const
export type LifeSection = (typeof lifeSections)[number]

/** What a section holds by its nature; an author may raise it, never lower it. */
export const sectionSensitivity: Record<LifeSection, Sensitivity> = {
  'health-and-functioning': 'HEALTH',
  housing: 'ORDINARY',
  'family-and-carers': 'ORDINARY',
  'informal-network': 'ORDINARY',
  'daily-activities': 'HEALTH',
  safety: 'VIOLENCE',
  'work-and-education': 'ORDINARY',
  finances: 'ORDINARY',
  participation: 'ORDINARY',
  strengths: 'ORDINARY',
}

/** Asked only when a requested service's own criterion needs it (R-APP-03). */
export const onlyIfRelevant: readonly LifeSection[] = ['finances']

export interface SectionEntry {
  readonly section: LifeSection
  readonly text: string
  /** Classes the author added, such as ADDICTION in a text on health. */
  readonly raised: readonly Sensitivity[]
  /** For a section asked only if relevant: which service needs it. */
  readonly relevantBecause: string | undefined
}

export function sensitivitiesOf(entry: Pick<SectionEntry, 'section' | 'raised'>): Sensitivity[] {
  const all = new Set([sectionSensitivity[entry.section], ...entry.raised])
  if (all.size > 1) all.delete('ORDINARY')
  return [...all]
}

/** True when each reading of the text is logged and it stays closed until someone opens it. */
export const isSensitive = (entry: Pick<SectionEntry, 'section' | 'raised'>): boolean =>
  !sensitivitiesOf(entry).includes('ORDINARY')

export const reconnaissancePlaces = ['centre', 'home', 'other', 'remote'] as const

/** The recognition of one person's needs (rozpoznanie): a talk, not a family interview. */
export interface Reconnaissance {
  readonly heldOn: Temporal.PlainDate | undefined
  readonly place: (typeof reconnaissancePlaces)[number] | undefined
  readonly participants: readonly string[]
  readonly sections: readonly SectionEntry[]
  /** From the diagnosis' list, or in the person's own words when the list has none. */
  readonly needs: readonly { readonly id: string; readonly listedNeedId: string | undefined; readonly name: string }[]
  readonly residentGoals: readonly { readonly id: string; readonly text: string }[]
  readonly expectedCoordinationMonths: number | undefined
}

export type ReconnaissanceRefusal =
  | 'day-missing'
  | 'day-in-future'
  | 'place-missing'
  | 'participants-missing'
  | 'needs-missing'
  | 'section-without-relevance'
  | 'coordination-months-missing'

/** Complete enough to answer the application; no single life section is compulsory. */
export function whyNotFinish(
  reconnaissance: Reconnaissance,
  today: Temporal.PlainDate,
): ReconnaissanceRefusal | undefined {
  const { heldOn } = reconnaissance
  if (!heldOn) return 'day-missing'
  if (Temporal.PlainDate.compare(heldOn, today) > 0) return 'day-in-future'
  if (!reconnaissance.place) return 'place-missing'
  if (reconnaissance.participants.length === 0) return 'participants-missing'
  if (reconnaissance.needs.length === 0) return 'needs-missing'
  if (reconnaissance.sections.some(isAskedWithoutNeed)) return 'section-without-relevance'
  return reconnaissance.expectedCoordinationMonths === undefined ? 'coordination-months-missing' : undefined
}

const isAskedWithoutNeed = (entry: SectionEntry) =>
  onlyIfRelevant.includes(entry.section) && entry.text.trim() !== '' && !entry.relevantBecause?.trim()

/** The answer that fits: a plan for longer coordination, else a qualification card (R-IPUS-01). */
export function fittingInstrument(expectedMonths: number, rules: LegalRuleSet): 'plan' | 'qualification-card' {
  return whyNotPlan(expectedMonths, undefined, rules) ? 'qualification-card' : 'plan'
}
