import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import { writeNotice, type Addressee, type Correspondence } from '../letters/letters.ts'
import { hashRecoveryCode, newRecoveryCodes, newSalt } from './recovery-code.ts'
import { replaceCodes } from './recovery-queries.ts'

/** New recovery codes, to be shown once; those before open nothing any more. */
export async function renewCodes(
  tx: Tx,
  account: Addressee & { id: string },
  correspondence: Correspondence,
): Promise<string[]> {
  const codes = newRecoveryCodes()
  const salt = newSalt()
  await replaceCodes(tx, account.id, salt, await Promise.all(codes.map((code) => hashRecoveryCode(code, salt))))
  await writeNotice(tx, account, { kind: 'codes-renewed' }, correspondence)
  recordAudit(tx, { event: 'recovery-codes.renewed', subject: { kind: 'account', id: account.id } })
  return codes
}
