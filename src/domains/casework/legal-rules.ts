/** Only a confirmed number may block; an unconfirmed one warns, until a lawyer or the official text confirms it. */
export type Certainty = 'confirmed' | 'unconfirmed'

export interface LegalSpan {
  readonly amount: number
  readonly unit: 'days' | 'months' | 'years'
  readonly certainty: Certainty
  readonly source: string
}

/** The numbers of the Act as they stand between two days; a case records the id of the set that decided it. */
export interface LegalRuleSet {
  readonly id: string
  readonly validFrom: Temporal.PlainDate
  /** The last day it applies; undefined while no later set is known. */
  readonly validTo: Temporal.PlainDate | undefined
  readonly source: string
  readonly coordinationAtLeast: LegalSpan
  readonly planWithin: LegalSpan
  /** Days after receipt at which the plan's clock speaks up: advice, not law. */
  readonly planAlarmDays: readonly number[]
  readonly planAtMost: LegalSpan
}

const act = 'Act of 19 July 2019 on social services centres (Dz.U. 2019 poz. 1818)'
const restated = `${act}, as restated by cusstawiski.pl/?page_id=1320`

export const legalRuleSets: readonly LegalRuleSet[] = [
  {
    id: 'cus-act-2020',
    validFrom: Temporal.PlainDate.from('2020-01-01'),
    validTo: undefined,
    source: act,
    coordinationAtLeast: { amount: 3, unit: 'months', certainty: 'confirmed', source: restated },
    // That the days are calendar days, and whether drafting or approval counts, is unconfirmed: so lateness never blocks.
    planWithin: { amount: 30, unit: 'days', certainty: 'unconfirmed', source: restated },
    planAlarmDays: [20, 25, 30],
    planAtMost: { amount: 1, unit: 'years', certainty: 'confirmed', source: restated },
  },
]

/** The set in force on a day. A day before the Act is a mistake of the caller and throws. */
export function ruleSetOn(day: Temporal.PlainDate, sets: readonly LegalRuleSet[] = legalRuleSets): LegalRuleSet {
  const found = sets.find((set) => isWithin(day, set))
  if (!found) throw new RangeError(`No legal rule set is in force on ${day.toString()}`)
  return found
}

function isWithin(day: Temporal.PlainDate, set: LegalRuleSet): boolean {
  const started = Temporal.PlainDate.compare(set.validFrom, day) <= 0
  const over = set.validTo !== undefined && Temporal.PlainDate.compare(set.validTo, day) < 0
  return started && !over
}

/** The last day of a span that begins on a day: 31 January + 1 month is 28 or 29 February. */
export function spanEnd(from: Temporal.PlainDate, span: LegalSpan): Temporal.PlainDate {
  return from.add({ [span.unit]: span.amount }, { overflow: 'constrain' })
}
