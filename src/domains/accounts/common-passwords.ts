import { readFileSync } from 'node:fs'

let known: Set<string> | undefined

/** Is it, as it stands or undressed of the usual ornaments, on the list of common passwords and words? */
export function isCommonPassword(password: string): boolean {
  known ??= new Set(
    readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8')
      .trimEnd()
      .split('\n'),
  )
  for (const core of cores(password)) {
    if (known.has(core) || known.has(saidOnce(core))) return true
  }
  return false
}

/** "P@ssw0rd-2026!" → "password": lower case, no diacritics, no digits and signs round it, letters for look-alikes. */
function cores(password: string): Set<string> {
  const folded = fold(password)
  const joined = folded.replace(/[\s._-]+/g, '')
  const plain = [folded, joined, undress(folded), undress(joined)]
  const spelt = plain.flatMap((text) => [spell(text, 'i'), spell(text, 'l')])
  return new Set([...plain, ...spelt, ...spelt.map(undress)])
}

/** Lower case without diacritics; Polish ł has no combining form. */
export const fold = (text: string): string =>
  text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')

const undress = (text: string): string => text.replace(/^\P{L}+|\P{L}+$/gu, '')

const lookAlikes: Record<string, string> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const spell = (text: string, one: string): string =>
  text.replace(/[013457@$!]/g, (sign) => (sign === '1' ? one : (lookAlikes[sign] ?? sign)))

/** "haslohaslohaslo" → "haslo"; what isn't one word said over and over stays as it is. */
function saidOnce(text: string): string {
  for (let length = 4; length <= text.length / 2; length += 1) {
    const word = text.slice(0, length)
    if (text.length % length === 0 && word.repeat(text.length / length) === text) return word
  }
  return text
}
