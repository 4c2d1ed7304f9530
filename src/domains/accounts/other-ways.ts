import type { Tx } from '#platform/tx.ts'
import { unlinkIdentity } from './oidc/link-identity.ts'
import { removeAllPasskeys } from './passkey/change-passkeys.ts'
import { deleteCodes } from './recovery/recovery-queries.ts'

/** Who gets new secrets from an administrator may have lost the old ones to somebody: no other way leads in any more. */
export async function closeOtherWays(tx: Tx, accountId: string): Promise<void> {
  await removeAllPasskeys(tx, accountId)
  await unlinkIdentity(tx, accountId)
  await deleteCodes(tx, accountId)
}
