import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findFreePort } from '#platform/postgres/address.ts'
import type { Figure } from '../../proof.ts'

const script = fileURLToPath(new URL('archiving.sh', import.meta.url))
const archiveTimeout = 10

/** Debian's PostgreSQL with pgBackRest, where both are installed and we are root. */
export async function proveArchiving(folder: string): Promise<Figure[]> {
  const what = 'WAL archiving with pgBackRest'
  if (!existsSync('/usr/bin/pgbackrest') || !existsSync('/usr/lib/postgresql') || process.getuid?.() !== 0)
    return [{ what, measured: 'skipped: needs root, pgbackrest and postgresql of Debian', aim: '', met: true }]
  const place = join(folder, 'wal')
  mkdirSync(place)
  chmodSync(place, 0o755)
  const port = String(await findFreePort())
  const { stdout, stderr, status } = spawnSync(script, [place, port, String(archiveTimeout)], { encoding: 'utf8' })
  if (status !== 0) return [{ what, measured: `failed: ${stderr.trim().split('\n').at(-1)}`, aim: '', met: false }]
  const found = new Map(stdout.split('\n').map((line) => line.split('=') as [string, string]))
  const value = (name: string): number => Number(found.get(name))
  const lost = value('acknowledged') - value('recovered')
  return [
    {
      what: `own server, its data folder lost in the middle of writing (archive_timeout ${archiveTimeout} s): seconds of work lost`,
      measured: `${value('loss_seconds')} s (${lost} of ${value('acknowledged')} small writes)`,
      aim: '≤ 300 s',
      met: value('loss_seconds') <= 300,
    },
    {
      what: `restored from base backup and archive (${value('database_megabytes')} MB; the backup took ${value('base_seconds')} s)`,
      measured: `${value('restore_seconds')} s`,
      aim: '≤ 10 min',
      met: value('restore_seconds') <= 600,
    },
    {
      what: 'restored to the moment before a mistake',
      measured: `${value('moment_seconds')} s, the row before it is there: ${value('moment_rows') === 1 ? 'yes' : 'no'}`,
      aim: 'yes',
      met: value('moment_rows') === 1,
    },
  ]
}
