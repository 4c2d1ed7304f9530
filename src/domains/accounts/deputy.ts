import type { Role } from '#platform/actor.ts'

/** Who stands in for whom; `absent` and `deputy` are names. */
export interface Deputy {
  id: string
  absent: string
  deputy: string
  role: Role
  validFrom: Temporal.PlainDate
  validUntil: Temporal.PlainDate
  reason: string
}

export type NewDeputy = Omit<Deputy, 'id' | 'absent' | 'deputy'> & { absentId: string; deputyId: string }
