import type { Sealer } from '#platform/sealing.ts'
import { newTotpSecret, stepOfCode } from '../totp.ts'

/** A key that somebody is just putting into their app. It travels sealed in the form, for one person only. */
export interface TotpSetup {
  secret: string
  sealed: string
}

const purpose = 'totp setup'

/** The key of the form that was sent, or a new one when there is none for this person. */
export function totpSetup(sealer: Sealer, accountId: string, sealed = ''): TotpSetup {
  const secret = unseal(sealer, accountId, sealed)
  if (secret !== undefined) return { secret, sealed }
  const fresh = newTotpSecret()
  return { secret: fresh, sealed: sealer.seal(purpose, `${accountId} ${fresh}`).toString('base64url') }
}

function unseal(sealer: Sealer, accountId: string, sealed: string): string | undefined {
  try {
    const [owner, secret] = sealer.unseal(purpose, Buffer.from(sealed, 'base64url')).split(' ')
    return owner === accountId ? secret : undefined
  } catch {
    return undefined
  }
}

/** What is stored of the key once a code from the app has proven that it is there; undefined for a wrong code. */
export function provenTotp(
  sealer: Sealer,
  { secret }: TotpSetup,
  code: string,
  now: Temporal.Instant,
): { totpSecret: Buffer; step: number } | undefined {
  const step = stepOfCode(secret, code, now)
  return step === undefined ? undefined : { totpSecret: sealer.seal('totp', secret), step }
}
