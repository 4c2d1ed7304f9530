import type { Tx } from '#platform/tx.ts'
import type { Reconnaissance } from '../reconnaissance.ts'
import { listGoals } from '../plan/goal-queries.ts'
import { listNeedsOf } from './need-queries.ts'
import { findReconnaissance, listSections, type ReconnaissanceHead } from './reconnaissance-queries.ts'

/** The recognition with what its pages need beyond the rules. */
export interface ReconnaissanceRecord extends Reconnaissance, ReconnaissanceHead {
  readonly id: string
  readonly applicationId: string
  readonly personId: string
  readonly needs: readonly {
    readonly id: string
    readonly listedNeedId: string | undefined
    readonly name: string
    readonly groupCode: string
    readonly position: number
  }[]
  readonly residentGoals: readonly { readonly id: string; readonly text: string; readonly position: number }[]
  readonly finishedAt: Temporal.Instant | undefined
  readonly version: number
}

/** Undefined as long as nobody has begun it. The texts of its sections are for the rules; pages show them one by one. */
export async function loadReconnaissance(tx: Tx, applicationId: string): Promise<ReconnaissanceRecord | undefined> {
  const row = await findReconnaissance(tx, applicationId)
  if (!row) return undefined
  const needs = await listNeedsOf(tx, row.id)
  return {
    id: row.id,
    applicationId,
    personId: row.person_id,
    heldOn: row.held_on ?? undefined,
    place: row.place ?? undefined,
    participants: row.participants,
    servicesUsed: row.services_used,
    risks: row.risks,
    opinion: row.opinion,
    expectedCoordinationMonths: row.expected_months ?? undefined,
    sections: await listSections(tx, row.id),
    needs: needs.map((need) => ({ ...need, listedNeedId: need.listedNeedId ?? undefined })),
    residentGoals: await listGoals(tx, { reconnaissanceId: row.id }),
    finishedAt: row.finished_at ?? undefined,
    version: row.version,
  }
}
