import { staffOf } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import { lastDayWhenEnded, overlap } from './account.ts'
import { insertDeputy, updateDeputyEnd } from './deputy-queries.ts'
import type { NewDeputy } from './deputy.ts'
import type { DeputyRefusal } from './people-text.pl.ts'
import { listRoles } from './role-queries.ts'

/** Puts one person in the place of another for some days. Nobody appoints themselves. */
export async function appointDeputy(tx: Tx, deputy: NewDeputy): Promise<DeputyRefusal | undefined> {
  const { accountId } = staffOf(tx)
  const { absentId, deputyId, role, validFrom, validUntil } = deputy
  if (absentId === deputyId) return 'same-person'
  if (deputyId === accountId) return 'yourself'
  if (Temporal.PlainDate.compare(validUntil, validFrom) < 0) return 'ends-before-it-begins'
  const held = await listRoles(tx, absentId)
  if (!held.some((one) => one.role === role && overlap(one, deputy))) return 'role-not-held'
  const id = await insertDeputy(tx, accountId, deputy)
  recordAudit(tx, {
    event: 'deputy.appointed',
    subject: { kind: 'deputy', id },
    detail: { absentId, deputyId, role, from: validFrom.toString(), until: validUntil.toString() },
  })
  return undefined
}

/** From now on the deputy doesn't hold the role. */
export async function endDeputy(tx: Tx, id: string): Promise<void> {
  const ended = await updateDeputyEnd(tx, id, lastDayWhenEnded(dayOf(tx.now)))
  if (ended) recordAudit(tx, { event: 'deputy.ended', subject: { kind: 'deputy', id } })
}
