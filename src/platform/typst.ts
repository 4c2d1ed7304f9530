import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fontCharacters } from './font-characters.ts'
import { loadTypst, type TypstEngine } from './typst-engine.ts'

/** Plain values that a document template reads: what people wrote stays text and never becomes markup. */
export type DocumentValue =
  | string
  | number
  | boolean
  | null
  | readonly DocumentValue[]
  | { readonly [key: string]: DocumentValue }

const require = createRequire(import.meta.url)
const readFont = (file: string) => readFileSync(require.resolve(`@expo-google-fonts/source-sans-3/${file}`))
const fontFiles = [
  '400Regular/SourceSans3_400Regular.ttf',
  '400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  '600SemiBold/SourceSans3_600SemiBold.ttf',
]

let engine: Promise<TypstEngine> | undefined
let isPrintable: ((character: string) => boolean) | undefined

/** The font of every document: Source Sans 3 (Open Font License), with Polish and Ukrainian letters. */
function load(): Promise<TypstEngine> {
  if (engine) return engine
  const fonts = fontFiles.map(readFont)
  const covers = fonts.map(fontCharacters)
  isPrintable = (character) => covers.every((has) => has(character))
  return (engine = loadTypst(fonts))
}

/**
 * Makes a tagged PDF (PDF/UA-1 where the native compiler runs). The template is ours; the values are handed over as
 * JSON in `sys.inputs.values`, so no character in them can act.
 */
export async function renderDocument(template: string, values: DocumentValue): Promise<Uint8Array> {
  const compile = await load()
  const printable = JSON.stringify(values, (_key, value: unknown) =>
    typeof value === 'string' ? asPrintable(value) : value,
  )
  return compile(template, { values: printable })
}

/** Leaves out what would make the file unreadable: control marks and emoji. A letter the font lacks becomes a box. */
export function asPrintable(text: string): string {
  const plain = text.toWellFormed().normalize('NFC').replaceAll(/\r\n?/g, '\n')
  return Array.from(plain, (character) => {
    if (character === '\n' || isPrintable?.(character)) return character
    if (character === '\t') return ' '
    return /[\p{C}\p{Extended_Pictographic}\p{Emoji_Component}\p{M}]/u.test(character) ? '' : '□'
  }).join('')
}
