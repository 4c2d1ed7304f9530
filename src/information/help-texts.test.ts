import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import type { Lang } from '#platform/i18n.ts'
import { helpSlugs } from '#ui/help-topics.ts'
import { helpText } from './help-text.ts'
import { helpFolder } from './help.ts'
import { titleOf } from './markdown.tsx'

const source = fileURLToPath(new URL('..', import.meta.url))
const names = await readdir(helpFolder, { recursive: true })
const texts = await Promise.all(
  names
    .filter((name) => name.endsWith('.md'))
    .map(async (name) => ({ name, lang: langOf(name), markdown: await readFile(`${helpFolder}/${name}`, 'utf8') })),
)

function langOf(name: string): Lang {
  return name.startsWith('uk/') ? 'uk' : name.startsWith('en/') ? 'en' : 'pl'
}

test('every text is on the list and stands in its index; its heading is its name there', () => {
  for (const lang of ['pl', 'uk', 'en'] as const) {
    const index = texts.find(({ name }) => name === (lang === 'pl' ? 'README.md' : `${lang}/README.md`))
    for (const slug of helpSlugs) {
      assert.ok(index?.markdown.includes(`[${helpText[lang].topics[slug]}](`), `${lang}: ${slug} in the index`)
      const own = texts.find(({ name }) => name === (lang === 'pl' ? `${slug}.md` : `${lang}/${slug}.md`))
      if (own) assert.equal(titleOf(own.markdown), helpText[lang].topics[slug])
    }
  }
  const known = new Set<string>([...helpSlugs, 'README'])
  for (const { name } of texts) assert.ok(known.has(name.replace(/^(uk|en)\//, '').replace(/\.md$/, '')), name)
})

/** Every sentence that a page of this language can show, as it stands in the text files. */
async function wordsOfPages(lang: Lang): Promise<Set<string>> {
  const files = (await readdir(source, { recursive: true })).filter((name) => name.endsWith(`text.${lang}.ts`))
  const all = await Promise.all(files.map((name) => readFile(`${source}/${name}`, 'utf8')))
  return new Set(all.flatMap((text) => [...text.matchAll(/(['"`])((?:(?!\1).)+)\1/g)].map(([, , words]) => words!)))
}

test('what a text puts in bold is what the page really says', async () => {
  for (const lang of ['pl', 'uk', 'en'] as const) {
    const words = await wordsOfPages(lang)
    assert.ok(words.size > 100)
    for (const { name, markdown } of texts.filter((text) => text.lang === lang)) {
      const bold = [...markdown.matchAll(/\*\*([^*]+)\*\*/g)].map(([, label]) => label!)
      const wrong = bold.filter((label) => label !== '112' && !words.has(label))
      assert.deepEqual(wrong, [], name)
    }
  }
})
