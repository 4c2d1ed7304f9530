/** Lower case without diacritics: "Źródło" and "zrodlo" become one key; Cyrillic letters keep their own marks. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[a-z\u00c0-\u024f]/g, (letter) => SINGLE[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, ''))
}

const SINGLE: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' }

/** How a folded word sounds to someone who writes by ear: ó=u, rz=ż, ch=h, j=y=i, doubled letters are one. */
export function phoneticKey(folded: string): string {
  return folded
    .replace(/rz/g, 'z')
    .replace(/ch/g, 'h')
    .replace(/[jy]/g, 'i')
    .replace(/o(?=[rlwzgmndt])/g, 'u')
    .replace(/w/g, 'f')
    .replace(/(.)\1+/g, '$1')
}
