import type { Measure } from '#platform/attempts.ts'

const minutes = 15

/** Coming back from the identity provider: what it answers can't be guessed, but each try makes us ask it. */
export const measureOfReturns = (address: string): Measure => ({
  kind: 'identity provider address',
  value: address,
  most: 60,
  minutes,
})

/** Our code after the provider's word, which nobody else can have. */
export const measuresOfOwedCode = (accountId: string): Measure[] => [
  { kind: 'owed code account', value: accountId, most: 10, minutes },
]
