import { cpus, totalmem } from 'node:os'
import type { Section } from './figures.ts'
import { measurePages } from './pages.ts'
import { measurePlan } from './plan.ts'
import { putIntoReadme } from './readme.ts'
import { measureSearch } from './search.ts'
import { measureStart } from './start.ts'

/** Takes every figure, the start first since it builds the bundle that the others run, and puts them into the README. */
async function all(): Promise<void> {
  const sections = [await measureStart(), await measurePages(), await measurePlan(), measureSearch(), machine()]
  await putIntoReadme(sections)
  console.log(sections.map(({ name, text }) => `${name}\n\n${text}\n`).join('\n'))
}

function machine(): Section {
  const [cpu] = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const day = Temporal.Now.plainDateISO().toString()
  const text = `${day}: ${cpus().length} × ${cpu?.model.trim()}, ${memory}, ${process.platform}, Node ${process.version}.`
  return { name: 'machine', text }
}

await all()
