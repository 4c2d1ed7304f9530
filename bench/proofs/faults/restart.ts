import { setTimeout as sleep } from 'node:timers/promises'
import type { Figure } from '../../proof.ts'
import { inInstallation, type Installation } from '../installation/installation.ts'
import { Worker } from '../installation/worker.ts'
import { registerPeople, untilAcknowledged, type Acknowledged } from '../kills/writers.ts'
import { afterwards, atMost, none } from './verdict.ts'

const restarts = 10

/** The database is shut down and started again, as for an update, while people write. */
export const restartDatabase = (): Promise<Figure[]> => inInstallation({}, whileWriting)

async function whileWriting({ folder, database, applications }: Installation): Promise<Figure[]> {
  const application = applications[0]!
  const done: Acknowledged = { registered: new Map(), saved: new Map() }
  const desk = new Worker(application.address)
  await desk.signIn(folder, 'front-desk')
  let going = true
  const goOn = () => going
  const writers = Promise.all(Array.from({ length: 4 }, () => registerPeople(desk, done, goOn)))
  const outages: number[] = []
  for (let at = 0; at < restarts; at += 1) {
    await sleep(1_000)
    await database.start()
    outages.push(await untilAcknowledged(done, goOn))
  }
  going = false
  await writers
  return [
    none('restarts of the database: crashes of Splot', application.crashes()),
    atMost(
      `${restarts} restarts of the database: longest time to the next saved form once it was up`,
      Math.max(...outages),
      5,
      's',
    ),
    ...(await afterwards('restarts of the database', database, done)),
  ]
}
