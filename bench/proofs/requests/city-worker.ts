import { verifyAudit } from '#domains/accounts/verify-audit.ts'
import { createLog } from '#platform/log.ts'
import { everyoneIsIn, openCity, type City } from '#test/hostile/city.ts'
import { Random } from '#test/hostile/random.ts'
import { sendManyRaw } from '#test/hostile/raw.ts'
import { addTally, emptyTally, sendMany, type Tally } from '#test/hostile/send.ts'

/** What a process of its own is asked for: so many requests, of which these are bytes over a socket. */
export interface Task {
  seed: number
  count: number
  raw: number
}

export interface Done {
  tally: Tally
  /** Cities that were tried, and those whose database and audit were whole afterwards. */
  cities: number
  whole: number
}

/** A city takes so many requests before a new one is built: what they changed would hide what the next ones try. */
const perCity = 50_000
const slice = 500

process.once('message', (task: Task) => void answer(task))

async function answer(task: Task): Promise<void> {
  process.send?.(await run(task))
  process.disconnect?.()
}

async function run({ seed, count, raw }: Task): Promise<Done> {
  const done: Done = { tally: emptyTally(), cities: 0, whole: 0 }
  const cities = Math.ceil((count - raw) / perCity)
  for (let left = count - raw, round = 1; left > 0; round += 1) {
    const city = await openCity()
    left -= await tryCity(
      city,
      { seed: seed + round, most: Math.min(left, perCity), raw: Math.ceil(raw / cities) },
      done,
    )
    done.cities += 1
    if (await isWhole(city)) done.whole += 1
    await city.site.stop()
  }
  return done
}

/** Ends early when somebody who has to work was locked out; gives how many were sent in the process. */
async function tryCity(
  city: City,
  { seed, most, raw }: { seed: number; most: number; raw: number },
  { tally }: Done,
): Promise<number> {
  const logged: string[] = []
  city.site.deps.log = createLog('error', { write: (line: string) => void logged.push(line) })
  const said = () => logged.splice(0).join('').slice(0, 2000)
  const port = Number(new URL(city.site.address).port)
  const rawDone = sendManyRaw(port, new Random(seed), raw, tally)
  let sent = 0
  while (sent < most && (await everyoneIsIn(city))) {
    const count = Math.min(slice, most - sent)
    addTally(tally, await sendMany(city, { seed: seed * 1_000_003 + sent, count, said }))
    sent += count
  }
  await rawDone
  return sent
}

/** The database answers, the pages work, and every link of the audit is where it was put. */
async function isWhole({ site, world }: City): Promise<boolean> {
  const { deps, tenantId } = site
  const context = { tenantId, requestId: 'proof', now: deps.now(), actor: { kind: 'system', name: 'proof' } as const }
  const chain = await deps.database.inTenant(context, verifyAudit)
  const nobody = world.people.get('nobody')!
  const pages = await Promise.all(['/readyz', '/', '/uslugi?q=opieka', '/logowanie'].map((path) => nobody.get(path)))
  return chain.whole && pages.every(({ status }) => status === 200)
}
