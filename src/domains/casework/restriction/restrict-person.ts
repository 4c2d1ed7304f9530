import { listCaseworkers } from '#domains/accounts/public.ts'
import { staffOf } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import { listCloseTo } from './relative-queries.ts'
import { findRestriction, insertRestriction, updateRestriction } from './restriction-queries.ts'
import { whyNotRestrict, type NewRestriction, type RestrictionRefusal } from './restriction.ts'

/** Why those named can't be the ones who see the person. */
export async function whyNotName(
  tx: Tx,
  personId: string,
  wanted: Pick<NewRestriction, 'viewerIds'>,
): Promise<RestrictionRefusal | undefined> {
  const caseworkers = new Set((await listCaseworkers(tx, dayOf(tx.now))).map(({ id }) => id))
  return whyNotRestrict(wanted, { caseworkers, close: new Set(await listCloseTo(tx, personId)) })
}

export type Restricted = { done: true } | { refused: RestrictionRefusal }

/** Restricts who sees a person, or changes that; `version` is 0 where no restriction was seen. */
export async function restrictPerson(
  tx: Tx,
  personId: string,
  version: number,
  wanted: NewRestriction,
): Promise<Restricted> {
  const refused = await whyNotName(tx, personId, wanted)
  if (refused) return { refused }
  const by = staffOf(tx).accountId
  const saved =
    version === 0
      ? await insertRestriction(tx, personId, by, wanted)
      : await updateRestriction(tx, personId, by, { ...wanted, lifted: false, version })
  if (!saved) return { refused: 'changed-meanwhile' }
  const event = version === 0 ? 'restriction.set' : 'restriction.changed'
  const detail = { reason: wanted.reason, named: wanted.viewerIds.length }
  recordAudit(tx, { event, subject: { kind: 'person', id: personId }, personId, detail })
  return { done: true }
}

/** Opens the record to everyone whose role reaches it. */
export async function liftRestriction(tx: Tx, personId: string, version: number): Promise<Restricted> {
  const standing = await findRestriction(tx, personId)
  if (!standing || standing.lifted) return { refused: 'not-set' }
  const saved = await updateRestriction(tx, personId, staffOf(tx).accountId, { ...standing, lifted: true, version })
  if (!saved) return { refused: 'changed-meanwhile' }
  recordAudit(tx, { event: 'restriction.lifted', subject: { kind: 'person', id: personId }, personId })
  return { done: true }
}
