import { dayOfNumbers } from './calendar.ts'

/** A Polish personal number whose checksum and date of birth have been verified. */
export type Pesel = string & { readonly pesel: unique symbol }
export type PeselRefusal = 'pesel-not-eleven-digits' | 'pesel-not-a-date' | 'pesel-checksum'

const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]
/** The century is hidden in the month: 80 is added for the 1800s, 20 for the 2000s, 40 and 60 for the next two. */
const centuries = new Map([
  [8, 1800],
  [0, 1900],
  [2, 2000],
  [4, 2100],
  [6, 2200],
])

/** Reads a number as it was typed (spaces and dashes don't matter). */
export function parsePesel(typed: string): { readonly pesel: Pesel } | { readonly refused: PeselRefusal } {
  const digits = typed.normalize('NFKC').replaceAll(/[\s\u2010-\u2015-]/g, '')
  if (!/^\d{11}$/.test(digits)) return { refused: 'pesel-not-eleven-digits' }
  if (peselCheckDigit(digits) !== Number(digits[10])) return { refused: 'pesel-checksum' }
  if (!readBirthDate(digits)) return { refused: 'pesel-not-a-date' }
  return { pesel: digits as Pesel }
}

export function peselBirthDate(pesel: Pesel): Temporal.PlainDate {
  return readBirthDate(pesel)!
}

/** What a screen shows: only the last four digits, which tell neither age nor date of birth. */
export function maskPesel(pesel: Pesel): string {
  return `*******${pesel.slice(7)}`
}

/** The eleventh digit that belongs to the first ten. */
export function peselCheckDigit(digits: string): number {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return (10 - (sum % 10)) % 10
}

function readBirthDate(digits: string): Temporal.PlainDate | undefined {
  const [year, codedMonth, day] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)].map(Number)
  if (year === undefined || codedMonth === undefined || day === undefined) return undefined
  const century = centuries.get(Math.floor(codedMonth / 20) * 2)
  if (century === undefined) return undefined
  return dayOfNumbers({ year: century + year, month: codedMonth % 20, day })
}
