import { randomBytes, randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { fold, isCommonPassword } from './common-passwords.ts'

export const shortestPassword = 12
export const longestPassword = 200

export type PasswordRefusal = 'too-short' | 'too-long' | 'repeats' | 'names-its-owner' | 'common'

/** Whose password it is to be; it may not be built on this. */
export interface PasswordOwner {
  email: string
  name: string
}

/** Any characters in any mixture; only what is guessed first is refused (NIST SP 800-63B, ASVS 5.0 V6.2). */
export function whyNotPassword(password: string, owner: PasswordOwner): PasswordRefusal | undefined {
  const length = [...password].length
  if (length < shortestPassword) return 'too-short'
  if (length > longestPassword) return 'too-long'
  if (isRun(fold(password))) return 'repeats'
  if (namesOwner(password, owner)) return 'names-its-owner'
  return isCommonPassword(password) ? 'common' : undefined
}

/** "aaaaaaaaaaaa", "abcabcabcabc" and "123456789012" are a short thing said over and over. */
function isRun(text: string): boolean {
  for (let period = 1; period <= 4; period += 1) {
    if ([...text].every((sign, at) => sign === text[at % period])) return true
  }
  return [1, 9].some((step) => [...text].every((sign, at) => at === 0 || follows(text[at - 1]!, sign, step)))
}

const follows = (before: string, sign: string, step: number): boolean =>
  /\d/.test(sign) && /\d/.test(before)
    ? (Number(before) + step) % 10 === Number(sign)
    : sign.charCodeAt(0) - before.charCodeAt(0) === (step === 1 ? 1 : -1)

/** The owner's name or address is most of it: what is left without them is too short to be a secret. */
function namesOwner(password: string, { email, name }: PasswordOwner): boolean {
  const parts = fold(`${email} ${email.split('@')[0] ?? ''} ${name}`)
    .split(/[^\p{L}\d]+/u)
    .filter((part) => part.length > 2)
    .sort((a, b) => b.length - a.length)
  const rest = parts.reduce((text, part) => text.replaceAll(part, ''), fold(password))
  return rest.length < fold(password).length && rest.replace(/[^\p{L}\d]+/gu, '').length < 8
}

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. Algorithm 2 is argon2id. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost)

/** Checking takes a core for a while: half of them stay free for pages, however many sign in at a time. */
const lanes = Array.from({ length: Math.max(1, availableParallelism() >> 1) }, () => Promise.resolve<unknown>(0))
let lastLane = 0

function inLane<T>(work: () => Promise<T>): Promise<T> {
  lastLane = (lastLane + 1) % lanes.length
  const done = lanes[lastLane]!.then(work)
  lanes[lastLane] = done.catch(() => {})
  return done
}

/** A hash that no password opens, so that an unknown address takes as long as a wrong password. */
let dummyHash: Promise<string> | undefined

/** Checks the password; without a hash (there is no such account) the same work is done for nothing. */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  dummyHash ??= hashPassword(randomBytes(32).toString('base64url'))
  const against = passwordHash ?? (await dummyHash)
  const checked = await inLane(() => verify(against, password.normalize('NFC')))
  return checked && passwordHash !== undefined
}

const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A first password to hand over: four groups that can be read aloud, 80 bits. */
export const newPassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join(
    '-',
  )
