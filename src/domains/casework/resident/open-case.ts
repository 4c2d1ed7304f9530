import { anonymous } from '#platform/actor.ts'
import { countOrTell, forgetAttempt } from '#platform/attempts.ts'
import { recordAudit } from '#platform/audit.ts'
import type { TxContext } from '#platform/db.ts'
import { receiptHashes, type ReceiptCode } from '#platform/receipt-code.ts'
import type { Sealer } from '#platform/sealing.ts'
import type { Tx } from '#platform/tx.ts'
import type { Deps } from '#platform/web.ts'
import { birthYearsOf } from './resident-case.ts'
import { findReportByReceipt } from './resident-queries.ts'

/** Wrong guesses borne: from one address in a quarter of an hour, at one code in an hour. An office shares an address. */
const mostPerAddress = 30
const mostPerCode = 5

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
  const measures = [
    { kind: 'receipt address', value: address, most: mostPerAddress, minutes: 15 },
    { kind: 'receipt code tried', value: code, most: mostPerCode, minutes: 60 },
  ]
  const marks = await countOrTell(tx, sealer, measures, () =>
    recordAudit(tx, { event: 'resident-case.refused', detail: { reason: 'too-many' } }),
  )
  if (!marks) return { refused: 'too-many' }
  const report = await findReportByReceipt(tx, receiptHashes(sealer, code))
  const years = await birthYearsOf(tx, report ?? nobody)
  if (!report || !years.includes(birthYear)) {
    recordAudit(tx, { event: 'resident-case.refused', detail: { reason: 'wrong' } })
    return { refused: 'wrong' }
  }
  await forgetAttempt(tx, marks)
  tx.actor = { kind: 'resident', caseId: report.id }
  recordAudit(tx, { event: 'resident-case.opened', subject: { kind: 'report', id: report.id } })
  return { reportId: report.id }
}

/** Looked up where no report has the code, so that both answers take the same work. */
const nobody = { id: '00000000-0000-0000-0000-000000000000', birthYear: null }
