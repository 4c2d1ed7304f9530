import { anonymous } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import type { TxContext } from '#platform/db.ts'
import { receiptHash, type ReceiptCode } from '#platform/receipt-code.ts'
import type { Sealer } from '#platform/sealing.ts'
import type { Tx } from '#platform/tx.ts'
import type { Deps } from '#platform/web.ts'
import { birthYearsOf } from './resident-case.ts'
import {
  countFailedReceipts,
  deleteOldReceiptAttempts,
  findReportByReceipt,
  insertReceiptAttempt,
  lockReceiptAttempts,
} from './resident-queries.ts'

/** Wrong guesses borne: from one address in a quarter of an hour, at one code in an hour. An office shares an address. */
export const mostPerAddress = 30
export const mostPerCode = 5

export interface Proof {
  code: ReceiptCode
  birthYear: number
  /** Where the request came from. */
  address: string
}

export type Opened = { reportId: string } | { refused: 'wrong' | 'too-many' }

/**
 * Opens a case to who knows its code and the year of birth. A wrong code and a wrong year get the same answer after
 * the same work, and every guess is counted in a transaction of its own, which no refusal undoes.
 */
export const openCase = (deps: Deps, context: Omit<TxContext, 'actor'>, proof: Proof): Promise<Opened> =>
  deps.database.inTenant({ ...context, actor: anonymous }, (tx) => tryToOpen(tx, deps.sealer, proof))

async function tryToOpen(tx: Tx, sealer: Sealer, { code, birthYear, address }: Proof): Promise<Opened> {
  const attempt = { addressHash: sealer.hash('receipt address', address), receiptHash: receiptHash(sealer, code) }
  await lockReceiptAttempts(tx, attempt)
  const since = { address: tx.now.subtract({ minutes: 15 }), code: tx.now.subtract({ hours: 1 }) }
  const failed = await countFailedReceipts(tx, attempt, since)
  if (failed.address >= mostPerAddress || failed.code >= mostPerCode) {
    recordAudit(tx, { event: 'resident-case.refused', detail: { reason: 'too-many' } })
    return { refused: 'too-many' }
  }
  await deleteOldReceiptAttempts(tx)
  const report = await findReportByReceipt(tx, attempt.receiptHash)
  const years = await birthYearsOf(tx, report ?? nobody)
  const opened = report !== undefined && years.includes(birthYear)
  await insertReceiptAttempt(tx, attempt, opened)
  if (opened) {
    tx.actor = { kind: 'resident', caseId: report.id }
    recordAudit(tx, { event: 'resident-case.opened', subject: { kind: 'report', id: report.id } })
    return { reportId: report.id }
  }
  recordAudit(tx, { event: 'resident-case.refused', detail: { reason: 'wrong' } })
  return { refused: 'wrong' }
}

/** Looked up where no report has the code, so that both answers take the same work. */
const nobody = { id: '00000000-0000-0000-0000-000000000000', birthYear: null }
