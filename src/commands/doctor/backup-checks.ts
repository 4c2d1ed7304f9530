import { findProven, listBackups } from '#platform/backup/backup-files.ts'
import { erasureListIn, readErasureList } from '#platform/backup/erasure-list.ts'
import { openBackup } from '#platform/backup/read-backup.ts'
import { type Check, fail, type Finding, isProduction, none, ok, type Scene, skipped, warn } from './check.ts'
import { modeOf } from './secret-checks.ts'

const hoursSince = ({ now }: Scene, then: Temporal.Instant): number => then.until(now()).total('hours')

/** Good up to a time, then a warning, then a failure. */
const byAge = (hours: number, warnAfter: number, failAfter: number): Finding => {
  const found = hours < 48 ? `${Math.round(hours)} hours old` : `${Math.round(hours / 24)} days old`
  return hours > failAfter ? fail(found) : hours > warnAfter ? warn(found) : ok(found)
}

const day = 24

/** GDPR: an erased person lives on in backups no longer than this. */
const longestKept = 35 * day

export const backupChecks: readonly Check[] = [
  {
    id: 'backup-age',
    what: 'there is a backup of the last night',
    advice: 'bin/splot backup, every night by a timer (docs/backup.md).',
    look: async (scene) => {
      const [newest] = scene.backups ? await listBackups(scene.backups.folder) : []
      if (newest) return byAge(hoursSince(scene, newest.madeAt), day + 2, 7 * day)
      return isProduction(scene) ? fail('there is none') : skipped('this installation is for trying things out')
    },
  },
  {
    id: 'backup-opens',
    what: 'the key opens the newest backup',
    advice: 'Set the key that it was made with. If that key is lost: make a backup with the new one today.',
    look: async ({ backups }) => {
      const [newest] = backups ? await listBackups(backups.folder) : []
      if (!newest || backups?.key === undefined) return skipped('there is no backup, or no key')
      try {
        const open = await openBackup(newest.path, backups.key)
        await open.close()
        return ok(open.manifest.madeAt)
      } catch (error) {
        return fail((error as Error).message)
      }
    },
  },
  {
    id: 'backup-modes',
    what: 'only one person reads the backups',
    advice: 'chmod 700 the folder and 600 what is in it.',
    look: async ({ backups }) => {
      if (!backups || process.platform === 'win32') return skipped('not asked on Windows')
      const paths = [backups.folder, ...(await listBackups(backups.folder)).map(({ path }) => path)]
      const modes = await Promise.all(paths.map(async (path) => ({ path, mode: await modeOf(path) })))
      if (modes[0]?.mode === undefined) return skipped('there is no folder yet')
      return none(
        modes.filter(({ mode }) => ((mode ?? 0) & 0o077) !== 0).map(({ path }) => path),
        'so it is',
      )
    },
  },
  {
    id: 'backup-not-too-old',
    what: 'no backup is older than 35 days, since erased people live on in it',
    advice: 'Lower SPLOT_BACKUP_KEEP, or remove the old files.',
    look: async (scene) => {
      const files = scene.backups ? await listBackups(scene.backups.folder) : []
      const old = files.filter(({ madeAt }) => hoursSince(scene, madeAt) > longestKept)
      return none(
        old.map(({ path }) => path),
        `${files.length} backups`,
      )
    },
  },
  {
    id: 'proven-restore',
    what: 'a restore was proven within the last eight days',
    advice: 'bin/splot restore --prove FILE, every week by a timer (docs/backup.md).',
    look: async (scene) => {
      const proven = scene.backups && (await findProven(scene.backups.folder))
      if (proven) return byAge(hoursSince(scene, Temporal.Instant.from(proven.at)), 8 * day, 35 * day)
      return isProduction(scene) ? fail('none was ever proven') : skipped('this installation is for trying things out')
    },
  },
  {
    id: 'erasure-list',
    what: 'every erasure also stands in the list beside the backups',
    advice: 'bin/splot backup --erasures, every few minutes by a timer (docs/backup.md).',
    look: async (scene) => {
      if (scene.backups?.key === undefined) return skipped('no key is set')
      const kept = await readErasureList(erasureListIn(scene.backups.folder), scene.backups.key).catch(() => [])
      const known = new Set(kept?.map(({ id }) => id))
      const missing: string[] = []
      for (const centre of scene.centres) {
        const sql = 'select id from erasure where tenant_id = $1'
        for (const { id } of await scene.askIn<{ id: string }>(centre, sql, [centre.id]))
          if (!known.has(id)) missing.push(id)
      }
      return none(missing, `${known.size} erasures`)
    },
  },
]
