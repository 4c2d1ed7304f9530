import { deleteAllSessions } from '#domains/accounts/public.ts'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { recordProven } from '#platform/backup/backup-files.ts'
import { erasureListIn, readErasureList } from '#platform/backup/erasure-list.ts'
import { type Restored, restore } from '#platform/backup/restore.ts'
import { inGivenScratch, inMadeScratch } from '#platform/backup/scratch.ts'
import { type BackupSettings, readBackupSettings, requireKey } from '#platform/backup/settings.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { type Database, reachAsItIs, type ReachedServer } from '#platform/database-server.ts'
import { type Erasure, replayErasures } from '#platform/erasures.ts'
import { withClient } from '#platform/postgres/roles.ts'
import { type Command, say } from './command.ts'
import { inEachCentre, verifyChains } from './chains.ts'
import { knowsSecret } from './secret-check.ts'

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'bring a backup back into an empty installation, or prove that it can be',
  usage: `bin/splot restore FILE           into an installation without a centre
bin/splot restore --prove FILE   into a scratch database that is thrown away afterwards
bin/splot restore --erase-again  only erases again, after another tool brought the past back

Loads every row, counts and sums each table, tries every foreign key, checks each centre's
audit, and erases again whom the list of erasures names (--erasures FILE; by default the one
beside the backups; --without-erasures where there is none). All rows come in one transaction:
what fails leaves the installation empty. --other-secret takes a backup that was made with
another SPLOT_SECRET: what is sealed in it can't be read then.
With DATABASE_URL, set DATABASE_OWNER_URL; for --prove also DATABASE_SCRATCH_URL, an empty
database that splot_owner owns.`,
  run: async (args, environment) => {
    const flag = { type: 'boolean' } as const
    const options = {
      erasures: { type: 'string' },
      prove: flag,
      'without-erasures': flag,
      'other-secret': flag,
      'erase-again': flag,
    } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (!positionals[0] && !values['erase-again'])
      throw new Error('Say which file: bin/splot restore FILE (bin/splot backup --list)')
    const config = readConfig(environment)
    const settings = await readBackupSettings(environment, config)
    const key = requireKey(settings)
    const list = resolve(values.erasures ?? erasureListIn(settings.folder))
    const erasures = values['without-erasures'] ? [] : await requireList(list, key)
    const work: Work = { path: resolve(positionals[0] ?? ''), key, erasures }
    if (!values['other-secret']) work.config = config
    const server = await reachAsItIs(config, { info: () => {}, warn: say })
    try {
      if (values['erase-again']) await eraseAgain(requireOwner(server), erasures)
      else if (values.prove) await prove(server, environment['DATABASE_SCRATCH_URL'], settings, work)
      else await bringBack(requireOwner(server), work)
    } finally {
      await server.stop()
    }
  },
}

interface Work {
  path: string
  key: string
  erasures: readonly Erasure[]
  /** Whose secret must open what is sealed in the backup. */
  config?: Config
}

async function requireList(path: string, key: string): Promise<Erasure[]> {
  const erasures = await readErasureList(path, key)
  if (erasures) return erasures
  throw new Error(
    `There is no list of erasures at ${path}: people erased since the backup would come back. ` +
      'Name it with --erasures, or say --without-erasures.',
  )
}

function requireOwner({ owner }: ReachedServer): Database {
  if (owner) return owner
  throw new Error('Set DATABASE_OWNER_URL: the role of DATABASE_URL brings no tables back.')
}

/** Rows first, then the audit, then the erasures: what is checked is the backup as it was made. */
async function load(owner: Database, { path, key, erasures, config }: Work): Promise<Restored> {
  const accept = async ({ secretCheck }: { secretCheck: string }): Promise<void> => {
    if (!config || (await knowsSecret(config, secretCheck))) return
    throw new Error('The backup was made with another SPLOT_SECRET. Set that one, or say --other-secret.')
  }
  const restored = await restore({ owner, path, key, accept })
  const chains = await verifyChains(owner)
  for (const { slug, check } of chains)
    if (!check.whole)
      throw new Error(`All rows are there, but the audit of ${slug} is broken at link ${check.brokenAt}.`)
  say(
    `${restored.rows} rows of ${restored.tables} tables, ${restored.centres} centres, as of ${restored.manifest.madeAt}.`,
  )
  say(`Every row is equal, every foreign key holds, the audit of ${chains.length} centres is whole.`)
  await eraseAgain(owner, erasures)
  // A session that was ended after the backup must not open again.
  const ended = await inEachCentre(owner, 'restore', (tx) => deleteAllSessions(tx))
  say(`Signed out: ${ended.reduce((sum, count) => sum + count, 0)} sessions.`)
  return restored
}

async function eraseAgain(owner: Database, erasures: readonly Erasure[]): Promise<void> {
  const again = await withClient(owner, (client) => replayErasures(client, erasures))
  const rows = Object.values(again).reduce((sum, count) => sum + count, 0)
  say(`Erased again: ${rows} rows, by a list of ${erasures.length} erasures.`)
}

async function bringBack(owner: Database, work: Work): Promise<void> {
  const { migrated } = await load(owner, work)
  if (migrated.length > 0) say(`Brought up to date by ${migrated.length} migrations.`)
  say('Restored. Start Splot, or start it anew.')
}

async function prove(
  server: ReachedServer,
  scratchUrl: string | undefined,
  settings: BackupSettings,
  work: Work,
): Promise<void> {
  const began = performance.now()
  const { rows, tables } = await inScratch(server, scratchUrl, (scratch) => load(scratch, work))
  const seconds = Math.round((performance.now() - began) / 100) / 10
  const at = Temporal.Now.instant().toString({ smallestUnit: 'second' })
  await recordProven(settings.folder, { at, backup: basename(work.path), rows, tables, seconds })
  say(`Proven in ${seconds} s; the scratch database is gone.`)
}

function inScratch<T>(server: ReachedServer, url: string | undefined, work: (scratch: Database) => Promise<T>) {
  if (server.access) return inMadeScratch(server.access, work)
  if (url) return inGivenScratch({ connectionString: url }, server.app, work)
  throw new Error('Set DATABASE_SCRATCH_URL to an empty database that splot_owner owns.')
}
