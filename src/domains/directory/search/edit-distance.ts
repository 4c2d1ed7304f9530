/** Damerau-Levenshtein distance (optimal string alignment), or `limit + 1` as soon as it must exceed `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = nextRow({ a, b, row, last, beforeLast })
    if (Math.min(...current) > limit) return limit + 1
    beforeLast = last
    last = current
  }
  return Math.min(last[b.length] ?? 0, limit + 1)
}

interface Step {
  a: string
  b: string
  row: number
  last: number[]
  beforeLast: number[]
}

function nextRow({ a, b, row, last, beforeLast }: Step): number[] {
  const current = [row]
  for (let column = 1; column <= b.length; column++) {
    const same = a[row - 1] === b[column - 1]
    let best = Math.min(
      (last[column] ?? 0) + 1,
      (current[column - 1] ?? 0) + 1,
      (last[column - 1] ?? 0) + (same ? 0 : 1),
    )
    const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
    if (swapped) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1)
    current.push(best)
  }
  return current
}

/** The letters of a word as a set of 32 bits; letters that share a bit only make words look nearer than they are. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % 32)
  return letters
}

/**
 * False only for words whose distance exceeds `limit`: one slip puts at most one letter in and takes one out. It costs
 * a hundredth of the distance itself, and most words of an index are far from the one that was asked for.
 */
export const mayBeWithin = (one: number, other: number, limit: number): boolean => bitsIn(one ^ other) <= 2 * limit

function bitsIn(set: number): number {
  let bits = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) bits += 1
  return bits
}
