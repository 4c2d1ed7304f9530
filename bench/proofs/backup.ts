import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { keepErasures, erasureListIn, readErasureList } from '#platform/backup/erasure-list.ts'
import { makeBackup } from '#platform/backup/make-backup.ts'
import { differences, type Totals } from '#platform/backup/manifest.ts'
import { restore, sumTables } from '#platform/backup/restore.ts'
import { listTables, plainText } from '#platform/backup/tables.ts'
import { type Erasure, listErasures, replayErasures } from '#platform/erasures.ts'
import { withClient } from '#platform/postgres/roles.ts'
import { verifyChains } from '../../src/commands/chains.ts'
import { withDataFolder } from '../program.ts'
import type { Figure, Proof } from '../proof.ts'
import { proveArchiving } from './backup/archiving.ts'
import { aServer, type BareServer, fill } from './backup/filled-server.ts'
import { tamper, type Tampered } from './backup/tampering.ts'

const key = 'p2Xk9vQ3/zT7uYw1Rm5sLa8dNc4fHj0eGbB6iToKq+='
const perCentre = Number(process.env['SPLOT_PROOF_ROWS'] ?? 72_000)
const erasedPersons = 50

const at = (minute: number) => Temporal.Instant.from('2026-11-23T01:00:00Z').add({ minutes: minute })
const planOf = (server: BareServer, folder: string, minute: number) => ({
  source: { backup: server.backup, app: server.app },
  folder,
  keep: 9,
  key,
  secretCheck: 'proof',
  now: at(minute),
})

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const began = performance.now()
  const result = await work()
  return { result, seconds: (performance.now() - began) / 1000 }
}

/** Read by another way than the restore's: a fresh connection of another role, after everything is committed. */
const contentOf = (server: BareServer): Promise<Totals['tables']> =>
  withClient(server.backup, async (client) => {
    await client.query(`begin isolation level repeatable read read only; ${plainText}`)
    return sumTables(client, await listTables(client))
  })

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'it was made',
    (error: Error) => error.message,
  )

/** Erasures that are decided after the backup; the list beside the backups gets them. */
async function erase(server: BareServer, folder: string): Promise<Erasure[]> {
  const persons = await withClient(server.superuser, async (client) => {
    const { rows } = await client.query<{ tenant_id: string; id: string }>(
      'select tenant_id, id from person order by id limit $1',
      [erasedPersons],
    )
    return rows
  })
  const decided = persons.map(({ tenant_id, id }): Erasure => ({
    tenant_id,
    id: crypto.randomUUID(),
    subject_kind: 'person',
    subject_id: id,
    basis: 'request',
    case_numbers: [],
    counts: { person: 1 },
    content_hash: Buffer.alloc(32, 7).toString('base64'),
    decided_by: crypto.randomUUID(),
    decided_by_name: 'Iwona Próbna',
    erased_at: '2026-11-23T09:00:00.000000Z',
  }))
  await withClient(server.owner, (client) => replayErasures(client, decided))
  await keepErasures(folder, key, await withClient(server.backup, (client) => listErasures(client)))
  return decided
}

async function namesLeft(server: BareServer, erasures: readonly Erasure[]): Promise<number> {
  return withClient(server.backup, async (client) => {
    const ids = erasures.map(({ subject_id }) => subject_id)
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from person where id = any ($1) and family_name <> '—'`,
      [ids],
    )
    return rows[0]!.count
  })
}

const found = ({ tried, found }: Tampered): string => `${found} of ${tried}`
const all = ({ tried, found }: Tampered): boolean => tried === found

async function proveTampering(folder: string): Promise<Figure[]> {
  const server = await aServer(join(folder, 'small'))
  await fill(server, 600)
  const made = await makeBackup(planOf(server, join(folder, 'small-backups'), 0))
  await server.stop()
  const { bits, cuts, moved } = await tamper(made.path, join(folder, 'tampered'), key)
  const figure = (what: string, one: Tampered): Figure => ({
    what: `${what} (a file of ${made.bytes} bytes)`,
    measured: `${found(one)} refused`,
    aim: 'all',
    met: all(one),
  })
  return [
    figure('one bit changed', bits),
    figure('cut off', cuts),
    figure('chunks that changed places, left out, doubled', moved),
  ]
}

async function proveEmptyRefused(server: BareServer, folder: string): Promise<Figure> {
  const plan = planOf(server, folder, 5)
  const words = [
    await refusal(makeBackup({ ...plan, source: { backup: server.app, app: server.app } })),
    await refusal(makeBackup({ ...plan, source: { backup: server.owner, app: server.app } })),
  ]
  await withClient(server.superuser, (client) => client.query('alter role splot_backup nobypassrls'))
  words.push(await refusal(makeBackup(plan)))
  await withClient(server.superuser, (client) => client.query('alter role splot_backup bypassrls'))
  const refused = words.filter((word) => /does not see all rows/.test(word)).length
  const what = 'a backup by a role that policies bind (splot_app, splot_owner, splot_backup without BYPASSRLS)'
  return { what, measured: `${refused} of ${words.length} refused`, aim: 'all', met: refused === words.length }
}

export const prove: Proof = () =>
  withDataFolder(async (folder) => {
    const backups = join(folder, 'backups')
    const server = await aServer(join(folder, 'full'))
    await fill(server, perCentre)
    const before = await contentOf(server)
    const { result: made, seconds: backupSeconds } = await timed(() => makeBackup(planOf(server, backups, 0)))
    const notEmpty = await refusal(restore({ owner: server.owner, path: made.path, key }))
    const erased = await erase(server, backups)
    const emptyRefused = await proveEmptyRefused(server, backups)
    await server.stop()
    const clean = await aServer(join(folder, 'clean'), true)
    const { seconds } = await timed(() => restore({ owner: clean.owner, path: made.path, key }))
    const differing = differences(before, await contentOf(clean))
    const chains = await verifyChains(clean.owner)
    const links = chains.reduce((sum, { check }) => sum + (check.whole ? check.links : 0), 0)
    const back = await namesLeft(clean, erased)
    const list = (await readErasureList(erasureListIn(backups), key)) ?? []
    const replayed = await timed(() => withClient(clean.owner, (client) => replayErasures(client, list)))
    const left = await namesLeft(clean, erased)
    await clean.stop()
    await rm(join(folder, 'clean'), { recursive: true })
    const rows = made.rows.toLocaleString('en')
    const size = (made.bytes / 1_000_000).toFixed(1)
    return [
      {
        what: `backup of ${rows} rows in ${made.tables} tables`,
        measured: `${backupSeconds.toFixed(1)} s, ${size} MB`,
        aim: '',
        met: true,
      },
      {
        what: 'restore onto a clean server, every row compared and every foreign key tried',
        measured: `${seconds.toFixed(1)} s`,
        aim: '≤ 10 min',
        met: seconds <= 600,
      },
      {
        what: 'tables that differ afterwards in count or content',
        measured: `${differing.length} of ${made.tables}`,
        aim: '0',
        met: differing.length === 0,
      },
      {
        what: 'audits whole after the restore',
        measured: `${chains.filter(({ check }) => check.whole).length} of ${chains.length} (${links.toLocaleString('en')} links)`,
        aim: 'all',
        met: chains.every(({ check }) => check.whole),
      },
      {
        what: 'persons erased after the backup: back after the restore, and after the replay',
        measured: `${back}, then ${left} (${replayed.seconds.toFixed(1)} s)`,
        aim: `${erasedPersons}, then 0`,
        met: back === erasedPersons && left === 0,
      },
      {
        what: 'restore onto an installation that has a centre',
        measured: /only restored into an empty/.test(notEmpty) ? 'refused' : notEmpty,
        aim: 'refused',
        met: /only restored into an empty/.test(notEmpty),
      },
      emptyRefused,
      ...(await proveTampering(folder)),
      ...(await proveArchiving(folder)),
    ]
  })
