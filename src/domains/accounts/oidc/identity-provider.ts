/** What must be the account's own e-mail address when an account of the provider is linked to it. */
export const matchingClaims = ['email', 'preferred_username', 'none'] as const
export type MatchingClaim = (typeof matchingClaims)[number]

/** When the provider's word stands for the second factor, so that our own code isn't asked for. */
export const secondFactors = ['own-code', 'amr-mfa', 'acr'] as const
export type SecondFactor = (typeof secondFactors)[number]

/** Where the centre's staff have accounts already, by OpenID Connect. */
export interface IdentityProvider {
  /** As staff know it: "Urząd Miasta". */
  name: string
  issuer: string
  clientId: string
  matchingClaim: MatchingClaim
  secondFactor: SecondFactor
  /** What `acr` must be, where it decides. */
  acr: string | null
  state: 'on' | 'off'
  version: number
}

export type SaveRefusal = 'changed-meanwhile' | 'unreachable'

/** That an account is linked with one at the provider. */
export interface LinkedIdentity {
  issuer: string
  linkedAt: Temporal.Instant
  lastUsedAt: Temporal.Instant | null
}

/** What the provider says of a person, its signature checked. */
export interface Claims {
  sub: string
  [claim: string]: unknown
}

/** Whether the provider itself asked for a second factor (amr: RFC 8176). */
export function provedBothFactors({ amr, acr: given }: Claims, { secondFactor, acr }: IdentityProvider): boolean {
  if (secondFactor === 'amr-mfa') return Array.isArray(amr) && amr.includes('mfa')
  return secondFactor === 'acr' && acr !== null && given === acr
}

/**
 * Whether the provider's account is the same person's as far as its address tells. It is asked once, when somebody who
 * has proven the account links it: a colleague may still be signed in there in the same browser.
 */
export function isSamePerson(claims: Claims, { matchingClaim }: IdentityProvider, email: string): boolean {
  if (matchingClaim === 'none') return true
  if (matchingClaim === 'email' && claims['email_verified'] !== true) return false
  const address = claims[matchingClaim]
  return typeof address === 'string' && address.normalize('NFC').toLowerCase() === email
}
