import { z } from 'zod'
import { matchingClaims, secondFactors } from './identity-provider.ts'
import type { OidcText } from './oidc-text.pl.ts'

const line = (missing: string, t: OidcText, most = 200) => z.string(missing).trim().min(1, missing).max(most, t.tooLong)

/** TLS, but on this very machine, which only the operator can open; nothing that a secret could hide in. */
export function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password, search, hash } = new URL(text)
  const isHere = protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)
  return (protocol === 'https:' || isHere) && [username, password, search, hash].every((part) => part === '')
}

export const providerForm = (t: OidcText) =>
  z
    .object({
      name: line(t.nameMissing, t, 60),
      issuer: line(t.issuerWrong, t).refine(isIssuer, t.issuerWrong),
      'client-id': line(t.clientIdMissing, t),
      'client-secret': z.string().trim().max(500, t.tooLong).default(''),
      'matching-claim': z.enum(matchingClaims, t.matchingMissing),
      'second-factor': z.enum(secondFactors, t.secondFactorMissing),
      acr: z.string().trim().max(200, t.tooLong).default(''),
      state: z.enum(['on', 'off'], t.stateMissing),
      /** Empty until the first ones are saved. */
      version: z.coerce.number().int().min(0).max(2_000_000_000),
    })
    .refine((form) => form['second-factor'] !== 'acr' || form.acr !== '', { path: ['acr'], error: t.acrMissing })

export type ProviderForm = z.output<ReturnType<typeof providerForm>>
