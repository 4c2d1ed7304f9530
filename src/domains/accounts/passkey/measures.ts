import type { Measure } from '#platform/attempts.ts'

const minutes = 15

/** Signatures can't be guessed; counted so that nobody fills the audit. A whole office may stand behind one address. */
export const measureOfPasskeys = (address: string): Measure => ({
  kind: 'passkey address',
  value: address,
  most: 60,
  minutes,
})

/** Asking for a challenge leaves a row behind for minutes; who gives up asks again. */
export const measureOfChallenges = (address: string): Measure => ({
  kind: 'passkey challenge address',
  value: address,
  most: 300,
  minutes,
})
