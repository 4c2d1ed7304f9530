import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { SampleAccount } from '#domains/accounts/sample-accounts.ts'
import { companion } from '../program.ts'
import type { Figure } from '../proof.ts'
import { none } from './faults/verdict.ts'
import type { Flood, Flooded } from './floods/flooder.ts'
import {
  flooding,
  guessesAtOne,
  nonsense,
  receiptGuesses,
  reports,
  searches,
  signIns,
  type Kind,
} from './floods/kinds.ts'
import { p95, readFor, staffBehind, visitors, type Reader, type Times } from './floods/ordinary.ts'
import { inInstallation, type Installation } from './installation/installation.ts'
import { Worker } from './installation/worker.ts'

const seconds = Number(process.env['SECONDS'] ?? 20)

/** Floods of each kind from one address, beside people who read pages and one who works behind that very address. */
export const prove = (): Promise<Figure[]> =>
  inInstallation({ env: { SPLOT_TRUSTED_PROXY: '127.0.0.1', SPLOT_PAGES_PER_SECOND: '' } }, besideFloods)

async function besideFloods(installation: Installation): Promise<Figure[]> {
  const { folder, database, applications } = installation
  const { address } = applications[0]!
  const port = Number(new URL(address).port)
  const staff = new Worker(address, new Map(), { 'x-forwarded-for': flooding })
  await staff.signIn(folder, 'front-desk')
  const victim = await signedInOnce(address, folder)
  const readers = [...visitors, staffBehind(flooding, staff.cookie)]
  await readFor(port, readers, 3_000)

  const kinds = [searches(50), searches(500), nonsense(), await reports(address, 30), receiptGuesses(), signIns()]
  const figures: Figure[] = []
  for (const kind of [...kinds, guessesAtOne(victim.email)]) figures.push(...(await beside(port, kind, readers)))
  const again = await victim.signInAgain()

  const superuser = new Client(database.connection('postgres'))
  await superuser.connect()
  const limits = await limitsHeld(superuser, victim.email)
  await superuser.end()
  return [
    ...figures,
    ...limits,
    {
      what: 'the person whose account is guessed at signs in with the browser they know',
      measured: again ? 'yes' : 'no',
      aim: 'yes',
      met: again,
    },
    none('crashes of Splot', applications[0]!.crashes()),
  ]
}

/** Quiet first, then with the flood, so that what else the machine does weighs on both. */
async function beside(port: number, kind: Kind, readers: readonly Reader[]): Promise<Figure[]> {
  const flooder = companion('proofs/floods/flooder.ts')
  try {
    const quiet = await readFor(port, readers, seconds * 1_000)
    const flood: Flood = { port, ...kind, milliseconds: (seconds + 1) * 1_000 }
    const flooded = flooder.ask<Flooded>(flood)
    await sleep(500)
    const times = await readFor(port, readers, seconds * 1_000)
    return figuresOf(kind.name, quiet, times, await flooded)
  } finally {
    flooder.stop()
  }
}

function figuresOf(name: string, quiet: Times, times: Times, { sent, statuses }: Flooded): Figure[] {
  const kinds = ['visitors', 'staff'] as const
  const all = kinds.flatMap((kind) => times[kind])
  const answers = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`)
  return [
    ...kinds.map((kind) => {
      const [before, beside] = [p95(quiet[kind]), p95(times[kind])]
      return {
        what: `${name}: p95 of ${kind === 'staff' ? 'staff behind the same address' : 'other visitors'} against their quiet one`,
        measured: `${(beside / before).toFixed(2)} × (${beside.toFixed(0)} ms, ${before.toFixed(0)} ms)`,
        aim: '< 2 ×',
        met: beside < 2 * before,
      }
    }),
    {
      what: `${name}: pages of the others not served, of ${all.length}, beside ${Math.round(sent / (seconds + 1))} requests a second`,
      measured: `${all.filter((time) => time === Infinity).length} (flood: ${answers.join(', ')})`,
      aim: '0',
      met: all.every(Number.isFinite),
    },
  ]
}

async function signedInOnce(address: string, folder: string) {
  const accounts = JSON.parse(await readFile(join(folder, 'sample-accounts.json'), 'utf8')) as Record<
    string,
    SampleAccount[]
  >
  const { email } = Object.values(accounts)[0]!.find(({ role }) => role === 'director')!
  const cookies = new Map<string, string>()
  const from = { 'x-forwarded-for': '203.0.113.77' }
  await new Worker(address, cookies, from).signIn(folder, 'director')
  const known = new Map([...cookies].filter(([name]) => name.endsWith('device')))
  const signInAgain = async () =>
    (await new Worker(address, known, from).askToSignIn(folder, 'director', Temporal.Now.instant())).status === 303
  return { email, signInAgain }
}

/** What the audit and the tables say was let through in the quarter of an hour that the proof took. */
async function limitsHeld(superuser: Client, email: string): Promise<Figure[]> {
  const count = async (statement: string, values: string[] = []) =>
    Number((await superuser.query<{ count: string }>(`select count(*) ${statement}`, values)).rows[0]!.count)
  const atMost = (what: string, found: number, most: number): Figure => ({
    what,
    measured: String(found),
    aim: `≤ ${most}`,
    met: found <= most,
  })
  const wrong = `from audit_event where event = 'session.refused' and detail::jsonb ->> 'reason' = 'wrong'`
  return [
    atMost(
      'passwords checked of one account, guessed at from 10,000 addresses',
      await count(`${wrong} and subject_id = (select id from account where email = $1)`, [email]),
      10,
    ),
    atMost('passwords checked for one address', await count(`${wrong} and subject_id is null`), 60),
    atMost(
      'receipt codes looked up for one address',
      await count(`from audit_event where event = 'resident-case.refused' and detail::jsonb ->> 'reason' = 'wrong'`),
      30,
    ),
    atMost('reports taken from one address', await count(`from need_report where family_name = 'Zalania'`), 20),
  ]
}
