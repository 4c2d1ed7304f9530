import { existsSync, globSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Figure } from '../../proof.ts'
import { inInstallation, type Installation } from '../installation/installation.ts'
import { Worker } from '../installation/worker.ts'
import { register, registrationOf, type Acknowledged } from '../kills/writers.ts'
import { afterwards, none } from './verdict.ts'

const writesInAPhase = 50

/** Splot's clock jumps by hours under its feet, by libfaketime of Debian's package faketime; the database's doesn't. */
export async function jumpClock(): Promise<Figure[]> {
  const [library] = globSync('/usr/lib/*/faketime/libfaketimeMT.so.1')
  if (!library || !existsSync(library)) {
    return [{ what: 'clock jumps', measured: 'skipped: apt-get install faketime', aim: '', met: false }]
  }
  const folder = await mkdtemp(join(tmpdir(), 'splot-clock-'))
  const setting = join(folder, 'clock')
  const clock = async (hours: number) => {
    await writeFile(setting, `${hours < 0 ? '-' : '+'}${Math.abs(hours)}h`)
    // The setting is read anew once a second, counted in whole ones.
    await sleep(2_500)
    return Temporal.Now.instant().add({ hours })
  }
  await clock(0)
  const env = {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: setting,
    FAKETIME_CACHE_DURATION: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  }
  try {
    return await inInstallation({ env }, (installation) => throughJumps(installation, clock))
  } finally {
    await rm(folder, { recursive: true })
  }
}

type SetClock = (hours: number) => Promise<Temporal.Instant>

async function throughJumps({ folder, database, applications }: Installation, clock: SetClock): Promise<Figure[]> {
  const application = applications[0]!
  const done: Acknowledged = { registered: new Map(), saved: new Map() }
  const wrong: string[] = []
  const expect = (holds: boolean, fact: string) => void (holds || wrong.push(fact))
  const newcomer = () => new Worker(application.address)
  const writeSome = async (desk: Worker) => {
    for (let at = 0; at < writesInAPhase; at += 1) await register(desk, done)
  }

  const desk = newcomer()
  await desk.signIn(folder, 'front-desk')
  const form = registrationOf('')
  const first = await desk.post('/praca/wnioski/nowy', form)
  done.registered.set(form.familyName, first.location)
  await writeSome(desk)

  const ahead = await clock(2)
  expect((await desk.get('/praca')).location.startsWith('/logowanie'), 'two idle hours end a session')
  await desk.signIn(folder, 'front-desk', ahead)
  expect((await newcomer().askToSignIn(folder, 'front-desk', ahead)).status !== 303, 'a code is used once')
  await writeSome(desk)
  expect(
    (await desk.post('/praca/wnioski/nowy', form)).location === first.location,
    'a form sent before leads back, ahead',
  )

  for (const hours of [0, -2]) {
    const back = await clock(hours)
    expect((await desk.get('/praca')).status === 200, `a session goes on when the clock goes back to ${hours} h`)
    await writeSome(desk)
    const sent = await desk.post('/praca/wnioski/nowy', form)
    expect(sent.location === first.location, `a form sent before leads back, at ${hours} h`)
    const role = hours === 0 ? 'director' : 'service-organiser'
    expect((await newcomer().askToSignIn(folder, role, back)).status === 303, `others sign in at ${hours} h`)
    expect(
      (await newcomer().askToSignIn(folder, 'front-desk', ahead)).status !== 303,
      `the code stays used at ${hours} h`,
    )
  }
  await clock(0)
  await writeSome(desk)

  for (const fact of wrong) console.log(`clock: it isn't so that ${fact}`)
  return [
    none('clock jumps of +2, −2, −2 and +2 h: facts of sessions, codes and forms that failed, of 11', wrong.length),
    none('clock jumps: crashes of Splot', application.crashes()),
    ...(await afterwards('clock jumps', database, done)),
  ]
}
