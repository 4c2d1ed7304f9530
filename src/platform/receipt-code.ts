import { randomInt } from 'node:crypto'
import type { Sealer } from './sealing.ts'

/**
 * Sixteen digits that a person can read out over the phone: fifteen random ones (about 50 bits) and a check digit.
 * Digits alone, because letters are misheard and are read differently in Polish, Ukrainian and English.
 */
export type ReceiptCode = string & { readonly receiptCode: unique symbol }
export type ReceiptRefusal = 'receipt-not-sixteen-digits' | 'receipt-mistyped'

const length = 16
/** Damm's quasigroup: its check digit catches every wrong digit and every swap of two neighbours. */
const quasigroup = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const

/** A new code from the system's secure random source; shown once and never stored itself. */
export function newReceiptCode(): ReceiptCode {
  const digits = Array.from({ length: length - 1 }, () => String(randomInt(10))).join('')
  return `${digits}${damm(digits)}` as ReceiptCode
}

/** Reads a code as people type or dictate it: spaces, dashes and dots don't matter. */
export function parseReceiptCode(typed: string): { readonly code: ReceiptCode } | { readonly refused: ReceiptRefusal } {
  const digits = typed.normalize('NFKC').replaceAll(/[\s.,\u2010-\u2015-]/g, '')
  if (!/^\d{16}$/.test(digits)) return { refused: 'receipt-not-sixteen-digits' }
  return damm(digits) === 0 ? { code: digits as ReceiptCode } : { refused: 'receipt-mistyped' }
}

/** Four groups of four, as on a bank card: the way people are used to reading digits out. */
export function formatForReading(code: ReceiptCode): string {
  return code.replaceAll(/\d{4}(?=\d)/g, '$& ')
}

/**
 * What the database keeps. A keyed hash and not a slow salted one: the code has to be found by an index, and fifty
 * bits stay out of reach of someone with a copy of the database alone, because the key isn't in it. Guesses over the
 * network are stopped by the second factor and by counting attempts.
 */
export function receiptHash(sealer: Pick<Sealer, 'hash'>, code: ReceiptCode): Buffer {
  return sealer.hash('receipt-code', code)
}

/** By every key: a code can't be hashed anew, so those given out before a change of keys stay under the old one. */
export const receiptHashes = (sealer: Pick<Sealer, 'hashes'>, code: ReceiptCode): Buffer[] =>
  sealer.hashes('receipt-code', code)

function damm(digits: string): number {
  return Array.from(digits, Number).reduce<number>((state, digit) => quasigroup[state]![digit]!, 0)
}
