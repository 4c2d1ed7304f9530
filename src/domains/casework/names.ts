import { fullGivenName } from './given-names.ts'

/** Ukrainian and Russian letters as Polish writes their sounds. */
const cyrillic = new Map(
  Object.entries({
    а: 'a',
    б: 'b',
    в: 'w',
    г: 'h',
    ґ: 'g',
    д: 'd',
    е: 'e',
    є: 'je',
    ж: 'ż',
    з: 'z',
    и: 'y',
    і: 'i',
    ї: 'ji',
    й: 'j',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'ch',
    ц: 'c',
    ч: 'cz',
    ш: 'sz',
    щ: 'szcz',
    ь: '',
    ъ: '',
    ю: 'ju',
    я: 'ja',
    ы: 'y',
    э: 'e',
    ё: 'jo',
    "'": '',
    '’': '',
    ʼ: '',
  }),
)

/** Small letters without diacritics, Ukrainian ones in Polish spelling: `Żółw-Є` → `zolw-je`. */
export function foldName(name: string): string {
  return strip(toLatin(name))
}

/** The parts of a name: a double surname or two given names are two. */
export function nameParts(name: string): string[] {
  return name.split(/[\s\-‐‑–—/.,]+/u).filter((part) => /\p{L}/u.test(part))
}

/**
 * How a name may sound, one key a reading, so that it is found however it was heard or typed: with or without
 * diacritics, rz as ż, ch as h, ą as om or a, a Ukrainian passport's sh and ch, -ska as -ski.
 */
export function soundKeys(part: string): string[] {
  const latin = toLatin(part)
  const nasal = latin
    .replaceAll(/ą(?=[bp])/g, 'om')
    .replaceAll('ą', 'on')
    .replaceAll(/ę(?=[bp])/g, 'em')
    .replaceAll('ę', 'en')
  const readings = [latin, nasal, asPassport(latin)].map((reading) => sound(strip(reading)))
  return [...new Set(readings)].filter((key) => key !== '')
}

/** What the database keeps and searches: the sound keys of every part of a surname, apart by spaces. */
export function familyKey(name: string): string {
  return [...new Set(nameParts(name).flatMap(soundKeys))].join(' ')
}

/** The same for given names, each under the name that stands in documents. */
export function givenKey(name: string): string {
  return [...new Set(nameParts(name).flatMap((part) => soundKeys(fullGivenName(foldName(part)))))].join(' ')
}

function toLatin(name: string): string {
  const lower = name.normalize('NFC').toLowerCase()
  return Array.from(lower, (letter) => cyrillic.get(letter) ?? letter).join('')
}

function strip(latin: string): string {
  return latin.replaceAll('ł', 'l').replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '')
}

/** The English spelling of Ukrainian passports read as Polish: Shevchenko → Szewczenko. */
function asPassport(latin: string): string {
  return latin
    .replaceAll(/shch/g, 'szcz')
    .replaceAll(/sch|sh/g, 'sz')
    .replaceAll('zh', 'z')
    .replaceAll('kh', 'h')
    .replaceAll('ch', 'cz')
    .replaceAll('ts', 'c')
}

function sound(folded: string): string {
  return folded
    .replaceAll(/[^a-z]/g, '')
    .replaceAll('q', 'k')
    .replaceAll(/tz|cz/g, 'c')
    .replaceAll('ph', 'f')
    .replaceAll(/[cgk]h/g, 'h')
    .replaceAll('th', 't')
    .replaceAll('rz', 'z')
    .replaceAll('sz', 's')
    .replaceAll('x', 'ks')
    .replaceAll('w', 'v')
    .replaceAll(/[jy]/g, 'i')
    .replaceAll('u', 'o')
    .replaceAll(/(?<=[^aeio])i(?=[aeo])/g, '')
    .replaceAll(/(.)\1+/g, '$1')
    .replace(/(?<=[scz])ka$/, 'ki')
}
