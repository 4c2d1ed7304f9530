import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withClient, type ServerAccess } from '#platform/postgres/roles.ts'
import { cloneDatabase, serverVariable } from '../../test/database.ts'
import { databaseMutants } from '../../test/mutants/database.ts'
import type { Mutant } from '../../test/mutants/mutant.ts'
import { sourceMutants } from '../../test/mutants/source.ts'
import { Verdicts } from '../../test/mutants/verdicts.ts'
import { openWorkshop } from '../../test/mutants/workshop.ts'
import { globalSetup, globalTeardown } from '../../test/setup.ts'
import type { Figure, Proof } from '../proof.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/**
 * Each guard is taken away, one at a time, and the tests that should notice are run. MUTANTS=word takes some; RESUME=yes
 * leaves out what was caught in an earlier run and hasn't changed since.
 */
export const prove: Proof = async () => {
  await globalSetup()
  try {
    const mutants = (await allMutants()).filter(({ kind, name }) =>
      `${kind} ${name}`.includes(process.env['MUTANTS'] ?? ''),
    )
    const verdicts = await Verdicts.open(join(root, '.cache', 'mutants.json'))
    const isKept = (mutant: Mutant) => process.env['RESUME'] === 'yes' && verdicts.by(mutant) !== undefined
    const kept = mutants.filter(isKept).map((mutant) => ({ mutant, by: verdicts.by(mutant) }))
    const tried = await tryAll(
      mutants.filter((mutant) => !isKept(mutant)),
      verdicts,
    )
    return figures([...kept, ...tried], kept.length)
  } finally {
    await globalTeardown()
  }
}

async function allMutants(): Promise<Mutant[]> {
  const database = await cloneDatabase()
  try {
    return [...(await withClient(database.superuser, databaseMutants)), ...(await sourceMutants(root))]
  } finally {
    await database.drop()
  }
}

interface Tried {
  mutant: Mutant
  by: string | undefined
}

const lanes = 2

async function tryAll(mutants: readonly Mutant[], verdicts: Verdicts): Promise<Tried[]> {
  const server = JSON.parse(process.env[serverVariable]!) as ServerAccess
  const waiting = mutants.values()
  const tried: Tried[] = []
  const broken = new Set<string>()
  const lane = async () => {
    const workshop = await openWorkshop(root, server)
    for (const mutant of waiting) {
      const by = await workshop.notices(mutant)
      tried.push({ mutant, by })
      if (by !== undefined) await verdicts.keep(mutant, by)
      else console.log(`survived (${mutant.kind}): ${mutant.name}\n  asked: ${mutant.tests.join(' ')}`)
      if (tried.length % 50 === 0) console.log(`${tried.length} of ${mutants.length}`)
    }
    for (const test of workshop.broken) broken.add(test)
    await workshop.close()
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  if (broken.size > 0) console.log(`left out, because they fail with every guard in place: ${[...broken].join(' ')}`)
  return tried
}

function figures(tried: readonly Tried[], kept: number): Figure[] {
  const caught = tried.filter(({ by }) => by !== undefined).length
  const share = caught / tried.length
  return [
    ...[...new Set(tried.map(({ mutant }) => mutant.kind))].map((kind) => {
      const own = tried.filter(({ mutant }) => mutant.kind === kind)
      const found = own.filter(({ by }) => by !== undefined).length
      return { what: kind, measured: `${found} of ${own.length}`, aim: '', met: true }
    }),
    ...(kept > 0
      ? [{ what: 'of these caught in an earlier run, and unchanged since', measured: String(kept), aim: '', met: true }]
      : []),
    { what: 'mutants', measured: String(tried.length), aim: '≥ 100', met: tried.length >= 100 },
    {
      what: 'caught',
      measured: `${caught} of ${tried.length}, ${(share * 100).toFixed(1)} %`,
      aim: '≥ 98 %',
      met: share >= 0.98,
    },
  ]
}
