import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import { updateTotp } from '../factor-queries.ts'
import { writeNotice, type Addressee } from '../letters/letters.ts'
import type { provenTotp } from '../link/totp-setup.ts'
import type { Visit } from '../open-session.ts'
import { hashToken } from '../session.ts'
import { deleteOtherSessions } from './session-list-queries.ts'

/** Another phone or app from now on: the old codes open nothing, and everywhere else the person is signed out. */
export async function changePhone(
  tx: Tx,
  account: Addressee & { id: string },
  totp: NonNullable<ReturnType<typeof provenTotp>>,
  visit: Visit,
): Promise<void> {
  await updateTotp(tx, account.id, totp)
  await deleteOtherSessions(tx, account.id, hashToken(visit.session))
  await writeNotice(tx, account, { kind: 'phone-changed' }, visit)
  recordAudit(tx, { event: 'authenticator.changed', subject: { kind: 'account', id: account.id } })
}
