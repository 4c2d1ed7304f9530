import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Figure } from '../proof.ts'
import { chainOf, none } from './faults/verdict.ts'
import type { Application } from './installation/application.ts'
import type { ProofDatabase } from './installation/database.ts'
import { inInstallation, type Installation } from './installation/installation.ts'
import { Worker } from './installation/worker.ts'
import { verify } from './kills/verify.ts'
import {
  coordinatorNamed,
  countOf,
  register,
  registerPeople,
  saveSections,
  untilAcknowledged,
  type Acknowledged,
} from './kills/writers.ts'

const kills = Number(process.env['KILLS'] ?? 100)
const writesWanted = Number(process.env['WRITES'] ?? 50_000)
const [desks, coordinators] = [3, 9]

/**
 * Splot and its PostgreSQL run as two programs with all safety on, under a load of writing people who send a form again,
 * with the same key, when nobody answers. In turn all processes of the one or the other get SIGKILL.
 */
export const prove = (): Promise<Figure[]> => inInstallation({}, underLoad)

async function underLoad({ folder, database, applications }: Installation): Promise<Figure[]> {
  const application = applications[0]!
  const done: Acknowledged = { registered: new Map(), saved: new Map() }
  const [desk, coordinator] = [new Worker(application.address), new Worker(application.address)]
  await desk.signIn(folder, 'front-desk')
  await coordinator.signIn(folder, 'plan-coordinator')
  const id = await coordinatorNamed(desk, 'Ewa Kalina')
  const cases: string[] = []
  for (let at = 0; at < coordinators; at += 1) cases.push(await register(desk, done, id))

  let going = true
  const goOn = () => going
  const writers = Promise.all([
    ...Array.from({ length: desks }, () => registerPeople(desk, done, goOn)),
    ...cases.map((one) => saveSections(coordinator, done, one, goOn)),
  ]).finally(() => (going = false))
  const outages = await killInTurn({ database, application, done, goOn })
  going = false
  await writers
  return judge(database, application, done, { outages, retries: desk.retries + coordinator.retries })
}

interface Killing {
  database: ProofDatabase
  application: Application
  done: Acknowledged
  goOn: () => boolean
}

/** Seconds until something was acknowledged again: after a kill of Splot, and after the database was up again. */
async function killInTurn({ database, application, done, goOn }: Killing): Promise<number[]> {
  const outages: number[] = []
  for (let kill = 1; kill <= kills && goOn(); kill += 1) {
    const share = (writesWanted / kills) * kill
    while (countOf(done) < share && goOn()) await sleep(20)
    await sleep(Math.random() * 300)
    const target = kill % 2 === 0 ? database : application
    target.kill()
    await target.start()
    outages.push(await untilAcknowledged(done, goOn))
    if (kill % 10 === 0) console.log(`${kill} kills, ${countOf(done)} acknowledged`)
  }
  return outages
}

interface Course {
  outages: number[]
  retries: number
}

async function judge(
  database: ProofDatabase,
  application: Application,
  done: Acknowledged,
  { outages, retries }: Course,
): Promise<Figure[]> {
  const superuser = new Client(database.connection('postgres'))
  await superuser.connect()
  const { lost, doubled, half, unaudited, compared } = await verify(superuser, done)
  const { rows } = await superuser.query<{ id: string }>('select id from tenant')
  await superuser.end()
  const chain = await chainOf(database, rows[0]!.id)
  const longest = Math.max(...outages)
  return [
    {
      what: 'SIGKILLs, of Splot and of PostgreSQL in turn',
      measured: `${outages.length}`,
      aim: '100',
      met: outages.length >= 100,
    },
    {
      what: 'acknowledged writes, each looked up afterwards',
      measured: `${compared}`,
      aim: '≥ 50,000',
      met: compared >= 50_000,
    },
    none('lost', lost),
    none('doubled', doubled),
    none('half-written', half),
    none('without audit', unaudited),
    { what: 'audit chain', measured: chain, aim: 'whole', met: chain.startsWith('whole') },
    none('crashes of Splot while the database was killed', application.crashes()),
    {
      what: 'longest time to the next acknowledged write, s',
      measured: longest.toFixed(1),
      aim: '≤ 5',
      met: longest <= 5,
    },
    { what: 'requests that were sent again', measured: String(retries), aim: '', met: true },
  ]
}
