import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { globalSetup, globalTeardown } from '#test/setup.ts'
import { addTally, emptyTally, mostMilliseconds, type Tally } from '#test/hostile/send.ts'
import type { Figure, Proof } from '../proof.ts'
import type { Done, Task } from './requests/city-worker.ts'

const asked = Number(process.env['PROVE_REQUESTS'] ?? 1_000_000)
const shareOfRaw = 0.2
const seed = 20_261_122

/** Generated requests to every route, in as many processes as there are cores, each with cities of its own. */
export const prove: Proof = async () => {
  await globalSetup()
  try {
    const processes = availableParallelism()
    const count = Math.ceil(asked / processes)
    const tasks = Array.from({ length: processes }, (_, index) => ({
      seed: seed + index * 7919,
      count,
      raw: Math.ceil(count * shareOfRaw),
    }))
    return figures(await Promise.all(tasks.map(runInProcess)))
  } finally {
    await globalTeardown()
  }
}

async function runInProcess(task: Task): Promise<Done> {
  const file = fileURLToPath(new URL('requests/city-worker.ts', import.meta.url))
  const child = fork(file, { execArgv: ['--import', 'tsx'] })
  child.send(task)
  const [done] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('a process of the proof ended early'))),
  ])) as [Done]
  return done
}

function figures(results: readonly Done[]): Figure[] {
  const tally = emptyTally()
  for (const done of results) addTally(tally, done.tally)
  const [cities, whole] = [sum(results.map(({ cities }) => cities)), sum(results.map(({ whole }) => whole))]
  for (const { request, said } of [...tally.failures, ...tally.smuggled].slice(0, 20))
    console.log(`${request}\n  ${said}`)
  for (const { request, milliseconds } of tally.slow.slice(0, 20))
    console.log(`${Math.round(milliseconds)} ms ${request}`)
  const leastAsked = Math.min(...Object.values(tally.routes))
  return [
    {
      what: 'requests sent',
      measured: `${tally.sent}, ${tally.raw} of them as raw bytes`,
      aim: '≥ 1,000,000',
      met: tally.sent >= 1_000_000,
    },
    {
      what: 'routes asked',
      measured: `${Object.keys(tally.routes).length}, each ≥ ${leastAsked} times`,
      aim: 'all',
      met: leastAsked > 0,
    },
    zero('answers of 500 and above', tally.failures.length),
    {
      what: 'answers over 2 s',
      measured: `${tally.slow.length} (slowest ${Math.round(tally.slowest)} ms)`,
      aim: '0',
      met: tally.slowest <= mostMilliseconds,
    },
    zero('requests that were read as two', tally.smuggled.length),
    {
      what: 'cities whose pages and audit chain were whole afterwards',
      measured: `${whole} of ${cities}`,
      aim: 'all',
      met: whole === cities,
    },
    { what: 'answers', measured: answersOf(tally), aim: 'all kinds', met: true },
  ]
}

const zero = (what: string, count: number): Figure => ({ what, measured: String(count), aim: '0', met: count === 0 })

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** What share was let in, led on, and refused. */
function answersOf({ statuses }: Tally): string {
  const all = sum(Object.values(statuses))
  const shares = Object.entries(statuses).map(([status, count]) => [status, (100 * count) / all] as const)
  return shares
    .filter(([, share]) => share >= 0.1)
    .map(([status, share]) => `${status}: ${share.toFixed(1)} %`)
    .join(', ')
}
