import { readdirSync } from 'node:fs'
import { table } from './figures.ts'
import type { Figure, Proof } from './proof.ts'
import { putIntoReadme } from './readme.ts'

/**
 * `npm run prove` lists the proofs, `npm run prove -- kills edits` takes some, `npm run prove -- all` takes every one.
 * Each prints its figures, puts them into bench/README.md, and a missed aim is an exit status of 1.
 */
const known = readdirSync(new URL('proofs/', import.meta.url))
  .filter((file) => /^[a-z-]+\.ts$/.test(file))
  .map((file) => file.replace(/\.ts$/, ''))

const asked = process.argv.slice(2)
const names = asked[0] === 'all' ? known : asked
const stranger = names.find((name) => !known.includes(name))
if (names.length === 0 || stranger !== undefined) {
  console.log(`npm run prove -- NAME…, one of: ${known.join(', ')}; or all`)
  process.exitCode = stranger === undefined ? 0 : 2
} else {
  for (const name of names) await take(name)
}

async function take(name: string): Promise<void> {
  const { prove } = (await import(`./proofs/${name}.ts`)) as { prove: Proof }
  const began = performance.now()
  const figures = await prove()
  const seconds = Math.round((performance.now() - began) / 1000)
  const day = Temporal.Now.plainDateISO().toString()
  const text = `${asTable(figures)}\n\nTaken ${day} in ${seconds} s.`
  console.log(`${name}\n\n${text}\n`)
  await putIntoReadme([{ name, text }])
  if (figures.some(({ met }) => !met)) process.exitCode = 1
}

function asTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, measured, aim, met }) => [what, measured, aim, met ? 'met' : '**missed**'])
  return table(['figure', 'measured', 'aim', ''], rows)
}
