import { randomBytes, randomInt } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'

/** How many codes a person gets at once. */
export const howManyCodes = 10

/** Twelve digits, 40 bits: typed on any keyboard, read aloud in any language. Guessing is slowed down besides. */
const digits = 12

/** New codes, each different, written in groups of four. */
export function newRecoveryCodes(): string[] {
  const codes = new Set<string>()
  while (codes.size < howManyCodes) codes.add(newCode())
  return [...codes]
}

const newCode = (): string =>
  Array.from({ length: digits / 4 }, () => String(randomInt(10_000)).padStart(4, '0')).join(' ')

const plain = (typed: string): string => typed.replace(/[\s-]/g, '')

/** A code of the phone has six digits, one from paper twelve: one field takes both. */
export const isRecoveryCode = (typed: string): boolean => plain(typed).length === digits && /^\d+$/.test(plain(typed))

export const newSalt = (): Buffer => randomBytes(16)

/** OWASP's argon2id for what has few bits: one salt for all codes of a person, so that a code is found by its hash. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const

export const hashRecoveryCode = (code: string, salt: Buffer): Promise<Buffer> => hashRaw(plain(code), { ...cost, salt })
