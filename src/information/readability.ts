/** How hard a text is: the fog index for Polish (FOG-PL), about the years of school that it asks for. */
export function fog(text: string): number {
  const sentences = sentencesOf(text)
  const words = sentences.flatMap(wordsOf)
  if (words.length === 0) return 0
  const hard = words.filter((word) => syllables(word) >= 4).length
  return 0.4 * (words.length / sentences.length + (100 * hard) / words.length)
}

/** Headings, paragraphs and items of a list each end a sentence, whether or not a full stop does. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/\n+|(?<=[.!?…])\s+/)
    .map((sentence) => sentence.replace(/^[#\-*\d.\s]+/, '').replaceAll(/\]\([^()]*\)|[*_`[\]]/g, ''))
    .filter((sentence) => wordsOf(sentence).length > 0)

export const wordsOf = (sentence: string): string[] => sentence.match(/\p{L}+(?:[-’]\p{L}+)*/gu) ?? []

/**
 * Groups of vowels, where `i` before another vowel only softens what stands before it: "pieniądze" has three. Counts a
 * borrowed "radio" as two; near enough for an average.
 */
export const syllables = (word: string): number =>
  word
    .toLowerCase()
    .replaceAll(/i(?=[aąeęoóuy])/g, '')
    .match(/[aąeęioóuy]/g)?.length ?? 0
