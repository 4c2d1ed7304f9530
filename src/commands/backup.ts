import { parseArgs } from 'node:util'
import { keepErasures } from '#platform/backup/erasure-list.ts'
import { type BackupFile, findProven, listBackups } from '#platform/backup/backup-files.ts'
import { makeBackup } from '#platform/backup/make-backup.ts'
import { checkBackup } from '#platform/backup/read-backup.ts'
import { type BackupSettings, readBackupSettings, requireKey } from '#platform/backup/settings.ts'
import { rowsIn } from '#platform/backup/manifest.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { type Database, reachServer } from '#platform/database-server.ts'
import { listErasures } from '#platform/erasures.ts'
import { withClient } from '#platform/postgres/roles.ts'
import { type Command, say } from './command.ts'
import { secretCheckOf } from './secret-check.ts'

export const backupCommand: Command = {
  name: 'backup',
  summary: 'write everything of one moment into a sealed file',
  usage: `bin/splot backup              makes one, and brings the list of erasures up to date
bin/splot backup --erasures   only the list of erasures: quick, for every few minutes
bin/splot backup --list       the backups that are there, newest first
bin/splot backup --check FILE reads one to its end: complete, unchanged, its sums right

The file is compressed, and sealed by the key in SPLOT_BACKUP_KEY_FILE (outside the data folder)
or SPLOT_BACKUP_KEY. SPLOT_BACKUP_FOLDER says where (data/backups), SPLOT_BACKUP_KEEP how many
stay (30). With DATABASE_URL, set DATABASE_BACKUP_URL to the address of the role splot_backup.
SPLOT_SECRET is not in the file: keep it apart, sealed values can't be read without it.`,
  run: async (words, environment) => {
    const options = { list: { type: 'boolean' }, erasures: { type: 'boolean' }, check: { type: 'string' } } as const
    const asked = parseArgs({ args: words, options }).values
    const config = readConfig(environment)
    const settings = await readBackupSettings(environment, config)
    if (asked.list) return list(settings)
    if (asked.check) return check(asked.check, requireKey(settings))
    return reachAndWrite(config, settings, asked.erasures === true)
  },
}

const megabytes = ({ bytes }: Pick<BackupFile, 'bytes'>): string => `${(bytes / 1_000_000).toFixed(1)} MB`

async function list({ folder }: BackupSettings): Promise<void> {
  const files = await listBackups(folder)
  if (files.length === 0) say(`There is no backup in ${folder}.`)
  for (const file of files) say(`${file.madeAt.toString()}  ${megabytes(file).padStart(10)}  ${file.path}`)
  const proven = await findProven(folder)
  say(proven ? `Last proven restore: ${proven.at}, of ${proven.backup}` : 'No restore was proven yet.')
}

async function check(path: string, key: string): Promise<void> {
  const { manifest, totals } = await checkBackup(path, key)
  const tables = Object.keys(totals.tables).length
  say(`Whole and unchanged: ${rowsIn(totals)} rows of ${tables} tables, ${totals.centres} centres, ${manifest.madeAt}.`)
}

async function reachAndWrite(config: Config, settings: BackupSettings, onlyErasures: boolean): Promise<void> {
  const key = requireKey(settings)
  const server = await reachServer(config, { info: () => {}, warn: say })
  try {
    if (!server.backup) throw new Error('Set DATABASE_BACKUP_URL to the address of the role splot_backup.')
    const source = { backup: server.backup, app: server.app }
    if (!onlyErasures) await write(source, { ...settings, key, secretCheck: await secretCheckOf(config) })
    const erasures = await keepList(server.backup, settings.folder, key)
    say(`The list of erasures holds ${erasures}.`)
  } finally {
    await server.stop()
  }
}

async function write(
  source: { backup: Database; app: Database },
  plan: { folder: string; keep: number; key: string; secretCheck: string },
): Promise<void> {
  const began = performance.now()
  const made = await makeBackup({ ...plan, source, now: Temporal.Now.instant() })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  say(
    `${made.path}: ${made.rows} rows of ${made.tables} tables, ${made.centres} centres, ${megabytes(made)}, ${seconds} s.`,
  )
  for (const { path } of made.removed) say(`Removed, being older than the newest ${plan.keep}: ${path}`)
}

/** The role that sees all rows lists the erasures of every centre. */
const keepList = (backup: Database, folder: string, key: string): Promise<number> =>
  withClient(backup, async (client) => keepErasures(folder, key, await listErasures(client)))
