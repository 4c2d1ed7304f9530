import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Lang } from '#platform/i18n.ts'
import { helpSlugs, type HelpSlug } from '#ui/help-topics.ts'

/** From source it's two folders up. */
export const helpFolder = fileURLToPath(new URL('../../docs/help', import.meta.url))

/** A help text in the language in which it exists; `README` is the index. */
export interface HelpText {
  lang: Lang
  markdown: string
}

export type HelpName = HelpSlug | 'README'

/** What residents read exists in every language; help for staff is in Polish. */
const inEveryLanguage: ReadonlySet<HelpName> = new Set(['README', 'mieszkaniec'])

/** Only a name from the list becomes a file's name. */
export const isHelpSlug = (word: string): word is HelpSlug => helpSlugs.some((slug) => slug === word)

const read = new Map<string, Promise<string>>()

/** The text in this language where it has one, else the Polish one; read once and kept. */
export async function readHelp(name: HelpName, wanted: Lang): Promise<HelpText> {
  const lang = inEveryLanguage.has(name) ? wanted : 'pl'
  const path = lang === 'pl' ? `${helpFolder}/${name}.md` : `${helpFolder}/${lang}/${name}.md`
  let text = read.get(path)
  if (!text) read.set(path, (text = readFile(path, 'utf8')))
  return { lang, markdown: await text }
}
