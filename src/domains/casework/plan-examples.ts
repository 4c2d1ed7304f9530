import type { Plan, PlanLine } from './plan.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

/** A line that no rule objects to; for tests, which change one thing in it. */
export const aLine = (change: Partial<PlanLine> = {}): PlanLine => ({
  id: 'l1',
  needId: 'n1',
  serviceId: 's1',
  serviceName: 'Opieka wytchnieniowa',
  serviceInForce: true,
  external: false,
  providerId: 'p1',
  providerName: 'Fundacja Cicha Przystań (przykład)',
  dose: { amount: 4, unit: 'hour', times: 2, per: 'week' },
  startsOn: day('2026-03-01'),
  endsOn: day('2026-12-31'),
  regime: 'cus-act',
  decisionNumber: undefined,
  ...change,
})

/** A submitted plan that may be approved, with no warning; for tests, which change one thing in it. */
export const aPlan = (change: Partial<Plan> = {}): Plan => ({
  id: 'plan1',
  number: 'IPUS/2026/0007',
  revision: 1,
  changeReason: undefined,
  previousPlanId: undefined,
  personId: 'person1',
  applicationId: 'application1',
  receivedOn: day('2026-02-01'),
  reconnaissanceId: 'reconnaissance1',
  expectedCoordinationMonths: 10,
  shortCoordinationReason: undefined,
  lateReason: undefined,
  coordinatorId: 'coordinator1',
  authorIds: ['coordinator1'],
  state: 'submitted',
  startsOn: day('2026-03-01'),
  endsOn: day('2027-02-28'),
  needs: [{ id: 'n1', name: 'Odpoczynek od opieki nad mamą', gapId: undefined }],
  goals: [{ id: 'g1', text: 'Raz w tygodniu mam wolne popołudnie', needId: 'n1' }],
  lines: [aLine()],
  ownCommitments: ['Dzwonię, gdy termin nie pasuje'],
  monitoringDays: [day('2026-06-01')],
  agreement: {
    form: 'signature',
    agreedOn: day('2026-02-12'),
    agreedBy: 'Sabina Wierzbowa',
    evidence: 'Podpis na wydruku z 12 lutego 2026',
  },
  approval: undefined,
  ...change,
})
