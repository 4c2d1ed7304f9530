/**
 * How hard a text is: the fog index for Polish (FOG-PL), about the years of school that it asks for. Robert Gunning's
 * index (The Technique of Clear Writing, 1952) as it is used for Polish, where words of four syllables and more are the
 * hard ones: Broda, Nitoń, Gruszczyński, Ogrodniczuk, "Measuring Readability of Polish Texts", LREC 2014. As with
 * Gunning, a name within a sentence isn't hard, however long.
 */
export function fog(text: string): number {
  const sentences = sentencesOf(text)
  const words = sentences.flatMap(wordsOf)
  if (words.length === 0) return 0
  const hard = sentences.flatMap((sentence) => wordsOf(sentence).filter(isHard)).length
  return 0.4 * (words.length / sentences.length + (100 * hard) / words.length)
}

const isHard = (word: string, at: number): boolean => syllables(word) >= 4 && !(at > 0 && /^\p{Lu}/u.test(word))

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

const unread = /<(script|style|svg|select|textarea|button)\b[\s\S]*?<\/\1>/g
const blocks = /<\/?(?:p|li|dd|dt|td|th|h[1-6]|div|label|legend|summary|caption|ul|ol|dl|section|br)\b[^>]*>/g

/**
 * The running text of a page's main part, which is what the index is for: blocks that end as a sentence does. Labels,
 * headings, names, addresses and cells of tables aren't; short as they are, they would only make a page look easier.
 */
export const proseOf = (html: string): string[] =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
    .replaceAll(unread, '')
    .replaceAll(blocks, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .split('\n')
    .map((block) => block.replaceAll(/\s+/g, ' ').trim())
    .filter((block) => /[.!?…]["”)]?$/.test(block) && wordsOf(block).length > 1)
