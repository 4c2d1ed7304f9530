import { isStaff } from '#platform/actor.ts'
import { countAttempt } from '#platform/attempts.ts'
import { claimFormKey, keepLocation } from '#platform/form-keys.ts'
import { newReceiptCode, receiptHash } from '#platform/receipt-code.ts'
import type { Sealer } from '#platform/sealing.ts'
import type { Tx } from '#platform/tx.ts'
import { peselPurpose } from '../pesel-hashes.ts'
import { recordBeginning } from '../case-steps.ts'
import { clauseVersion, type ReportChannel, type ReportedNeed } from './need-report.ts'
import { sealReceipt } from './receipt-token.ts'
import { insertReport } from '../reports/report-queries.ts'

/** A library or a shelter stands behind one address: enough for it in an hour, too little for a flood. */
const mostReportsPerHour = 20
const mostDraftsPerHour = 100

/** True when too much came from an address within an hour to take one more from somebody not signed in. */
export async function isFlood(tx: Tx, sealer: Sealer, what: 'report' | 'draft', address: string): Promise<boolean> {
  const most = what === 'report' ? mostReportsPerHour : mostDraftsPerHour
  const measure = { kind: `need ${what} address`, value: address, most, minutes: 60 }
  return (await countAttempt(tx, sealer, [measure])) === undefined
}

/** Stores what was told and gives the sealed receipt for the confirmation page; the code is kept only as a hash. */
export async function reportNeed(
  tx: Tx,
  sealer: Sealer,
  need: ReportedNeed,
  channel: ReportChannel,
): Promise<{ receipt: string }> {
  const code = newReceiptCode()
  const reportId = await insertReport(tx, {
    ...need,
    channel,
    takenBy: isStaff(tx.actor) && channel !== 'web' ? tx.actor.accountId : null,
    receiptHash: receiptHash(sealer, code),
    peselSealed: need.pesel ? sealer.seal(peselPurpose, need.pesel) : null,
    peselHash: need.pesel ? sealer.hash(peselPurpose, need.pesel) : null,
    clauseVersion,
  })
  await recordBeginning(tx, { kind: 'report', id: reportId, event: 'report', state: 'new', audited: 'report.received' })
  return { receipt: sealReceipt(sealer, { code, reportId, birthYear: need.birthYear, receivedAt: tx.now }) }
}

/** The same form sent again is answered with the receipt of the first time. */
export async function earlierReceipt(
  tx: Tx,
  key: string,
): Promise<{ receipt: string } | { refused: 'not-a-form-key' } | undefined> {
  const claim = await claimFormKey(tx, key, 'need-report')
  if (claim.first) return undefined
  if ('refused' in claim || claim.location === '') return { refused: 'not-a-form-key' }
  return { receipt: claim.location }
}

export const keepReceipt = (tx: Tx, key: string, receipt: string): Promise<void> => keepLocation(tx, key, receipt)
