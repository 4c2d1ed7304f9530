/** Words are shorter than that; one that isn't is near to none. */
const longest = 255

/** The row that is written and the two before it; the next call writes over them. */
let [current, last, beforeLast] = Array.from({ length: 3 }, () => new Uint8Array(longest + 2)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
]

/**
 * Damerau-Levenshtein distance (optimal string alignment), or `limit + 1` as soon as it must exceed `limit`. Only the
 * band round the diagonal is filled in that a distance within the limit can pass through (Ukkonen 1985).
 */
export function editDistance(a: string, b: string, limit: number): number {
  const far = limit + 1
  if (Math.abs(a.length - b.length) > limit || Math.max(a.length, b.length) > longest) return far
  for (let column = 0; column <= Math.min(b.length, far); column += 1) last[column] = column
  for (let row = 1; row <= a.length; row += 1) {
    if (fillRow(a, b, row, limit) > limit) return far
    ;[beforeLast, last, current] = [last, current, beforeLast]
  }
  return Math.min(last[b.length]!, far)
}

/** Gives the least of the row. */
function fillRow(a: string, b: string, row: number, limit: number): number {
  const far = limit + 1
  const first = Math.max(1, row - limit)
  const end = Math.min(b.length, row + limit)
  const letter = a.charCodeAt(row - 1)
  const letterBefore = row > 1 ? a.charCodeAt(row - 2) : -1
  current[first - 1] = first === 1 ? Math.min(row, far) : far
  let least = current[first - 1]!
  for (let column = first; column <= end; column += 1) {
    const other = b.charCodeAt(column - 1)
    let best = Math.min(
      last[column]! + 1,
      current[column - 1]! + 1,
      last[column - 1]! + (letter === other ? 0 : 1),
      far,
    )
    const isSwapped = column > 1 && letter === b.charCodeAt(column - 2) && letterBefore === other
    if (isSwapped) best = Math.min(best, beforeLast[column - 2]! + 1)
    current[column] = best
    if (best < least) least = best
  }
  current[end + 1] = far
  return least
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
