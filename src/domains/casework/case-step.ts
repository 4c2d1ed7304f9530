export const stepSubjectKinds = ['report', 'application', 'plan', 'gap'] as const
export type StepSubjectKind = (typeof stepSubjectKinds)[number]

/** One line of a case's history, as it is shown. `actorId` is null where no member of staff acted. */
export interface CaseStep {
  event: string
  fromState: string | null
  toState: string
  reason: string | null
  actorId: string | null
  actorName: string
  happenedAt: Temporal.Instant
  seq: number
}

export interface NewCaseStep {
  subjectKind: StepSubjectKind
  subjectId: string
  event: string
  fromState: string | null
  toState: string
  reason: string | null
}
