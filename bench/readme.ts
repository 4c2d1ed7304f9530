import { readFile, writeFile } from 'node:fs/promises'
import type { Section } from './figures.ts'

const readme = new URL('README.md', import.meta.url)

/** Puts each section's figures between its markers in bench/README.md. */
export async function putIntoReadme(sections: readonly Section[]): Promise<void> {
  let text = await readFile(readme, 'utf8')
  for (const section of sections) text = putInto(text, section)
  await writeFile(readme, text)
}

function putInto(text: string, { name, text: figures }: Section): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [before, rest] = text.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`bench/README.md has no place for ${name}`)
  return `${before}${begin}\n\n${figures}\n\n${end}${after}`
}
