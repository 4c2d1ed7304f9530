import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import type { Section } from './figures.ts'
import { measurePages } from './pages.ts'
import { measurePlan } from './plan.ts'
import { measureSearch } from './search.ts'
import { measureStart } from './start.ts'

const readme = new URL('README.md', import.meta.url)

/** Takes every figure, the start first since it builds the bundle that the others run, and puts them into the README. */
async function all(): Promise<void> {
  const sections = [await measureStart(), await measurePages(), await measurePlan(), measureSearch(), machine()]
  let text = await readFile(readme, 'utf8')
  for (const section of sections) text = putInto(text, section)
  await writeFile(readme, text)
  console.log(sections.map(({ name, text }) => `${name}\n\n${text}\n`).join('\n'))
}

function putInto(text: string, { name, text: figures }: Section): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [before, rest] = text.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`bench/README.md has no place for ${name}`)
  return `${before}${begin}\n\n${figures}\n\n${end}${after}`
}

function machine(): Section {
  const [cpu] = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const day = Temporal.Now.plainDateISO().toString()
  const text = `${day}: ${cpus().length} × ${cpu?.model.trim()}, ${memory}, ${process.platform}, Node ${process.version}.`
  return { name: 'machine', text }
}

await all()
