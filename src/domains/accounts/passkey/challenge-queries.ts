import { randomBytes } from 'node:crypto'
import type { Tx } from '#platform/tx.ts'
import { challengeMinutes } from './passkey.ts'

/** What the signature will be for. */
export type Purpose = 'add' | 'sign-in' | 'proof'

/** A new challenge for the browser with this token; an earlier one of it for the same purpose is void. */
export async function insertChallenge(tx: Tx, purpose: Purpose, tokenHash: Buffer): Promise<Buffer> {
  await deleteOldChallenges(tx)
  const fresh = { challenge: randomBytes(32), expires_at: tx.now.add({ minutes: challengeMinutes }) }
  await tx.db
    .insertInto('passkey_challenge')
    .values({ tenant_id: tx.tenantId, purpose, token_hash: tokenHash, ...fresh })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'purpose', 'token_hash']).doUpdateSet(fresh))
    .execute()
  return fresh.challenge
}

/** Takes the browser's challenge away, so that it is answered once; undefined when there is none that still counts. */
export async function deleteChallenge(tx: Tx, purpose: Purpose, tokenHash: Buffer): Promise<Buffer | undefined> {
  const taken = await tx.db
    .deleteFrom('passkey_challenge')
    .where('tenant_id', '=', tx.tenantId)
    .where('purpose', '=', purpose)
    .where('token_hash', '=', tokenHash)
    .returning(['challenge', 'expires_at'])
    .executeTakeFirst()
  return taken && Temporal.Instant.compare(tx.now, taken.expires_at) < 0 ? taken.challenge : undefined
}

async function deleteOldChallenges(tx: Tx): Promise<void> {
  await tx.db
    .deleteFrom('passkey_challenge')
    .where('tenant_id', '=', tx.tenantId)
    .where('expires_at', '<=', tx.now)
    .execute()
}
