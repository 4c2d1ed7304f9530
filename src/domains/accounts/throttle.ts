import type { Measure } from '#platform/attempts.ts'

/** How many failed checks of a password are borne in a quarter of an hour (ASVS 5.0 V6.3.1). */
const minutes = 15
const mostPerAccount = 10
const mostPerDevice = 10
/** A whole office may stand behind one address. */
const mostPerAddress = 60

/** A known browser is slowed down only by its own mistakes; unknown ones share the account's and the address's measure. */
export function measuresOfSignIn(email: string, address: string, device: string | undefined): Measure[] {
  if (device !== undefined) {
    return [{ kind: 'sign-in device', value: `${device} ${email}`, most: mostPerDevice, minutes }]
  }
  return [
    { kind: 'sign-in address', value: address, most: mostPerAddress, minutes },
    { kind: 'sign-in e-mail', value: email, most: mostPerAccount, minutes },
  ]
}

/** Who is signed in proves it again; counted apart, so that nobody outside can use the measure up. */
export const measuresOfProof = (accountId: string): Measure[] => [
  { kind: 'proof account', value: accountId, most: mostPerAccount, minutes },
]

/** Letters that somebody can have sent to one address, or from one place, in an hour. */
const mostLettersPerAddress = 20
const mostLettersPerEmail = 3

/** Asking for a new password. As with signing in, a stranger can't use up the measure of a known browser. */
export function measuresOfReset(email: string, address: string, device: string | undefined): Measure[] {
  const hour = { minutes: 60 }
  if (device !== undefined) {
    return [{ kind: 'reset device', value: `${device} ${email}`, most: mostLettersPerEmail, ...hour }]
  }
  return [
    { kind: 'reset address', value: address, most: mostLettersPerAddress, ...hour },
    { kind: 'reset e-mail', value: email, most: mostLettersPerEmail, ...hour },
  ]
}

/** Codes tried with the link from a letter. */
export const measuresOfResetCode = (accountId: string): Measure[] => [
  { kind: 'reset code', value: accountId, most: mostPerAccount, minutes },
]
