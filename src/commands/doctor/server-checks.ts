import { whyNotRelease } from '#platform/server-release.ts'
import { type Check, fail, type Finding, none, ok, type Scene, skipped, warn } from './check.ts'

const setting = async ({ ask }: Scene, name: string): Promise<string> =>
  (await ask<{ value: string }>(`select current_setting($1, true) as value`, [name]))[0]?.value ?? ''

/** A setting of the server that has one good value. */
const wanted = (name: string, value: string, why: string, otherwise: (found: string) => Finding = fail): Check => ({
  id: `setting-${name.replaceAll('_', '-')}`,
  what: `${name} is ${value}: ${why}`,
  advice: `Set ${name} = ${value} in postgresql.conf and load it anew.`,
  look: async (scene) => {
    const found = await setting(scene, name)
    return found === value ? ok(found) : otherwise(`it is ${found}`)
  },
})

const one = async (scene: Scene, sql: string): Promise<string> =>
  (await scene.ask<{ value: string }>(`select value::text from (${sql}) as one`))[0]?.value ?? ''

/** https://www.postgresql.org/support/versioning/ */
const endOfLife: Record<number, string> = { 15: '2027-11-11', 16: '2028-11-09', 17: '2029-11-08', 18: '2030-11-14' }

const isLocal = (url: string | undefined): boolean => {
  if (url === undefined) return true
  const { hostname, searchParams } = new URL(url)
  const host = searchParams.get('host') ?? hostname
  return host === '' || host.startsWith('/') || ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host)
}

export const serverChecks: readonly Check[] = [
  wanted('fsync', 'on', 'what was acknowledged outlives a power cut'),
  wanted('full_page_writes', 'on', 'a page half written can be repaired'),
  wanted('data_checksums', 'on', 'a flipped bit on the disk is noticed', warn),
  wanted('row_security', 'on', 'policies filter rows'),
  wanted('server_encoding', 'UTF8', 'every letter can be stored'),
  wanted('password_encryption', 'scram-sha-256', 'passwords are not kept as MD5'),
  wanted('autovacuum', 'on', 'tables don’t swell and numbers of transactions don’t run out'),
  {
    id: 'setting-synchronous-commit',
    what: 'synchronous_commit waits for the disk',
    advice: 'Set synchronous_commit = on.',
    look: async (scene) => {
      const value = await setting(scene, 'synchronous_commit')
      return ['on', 'remote_apply', 'remote_write', 'local'].includes(value) ? ok(value) : fail(`it is ${value}`)
    },
  },
  {
    id: 'setting-statements-in-log',
    what: 'the server’s log holds no statements, which hold persons’ data',
    advice: 'Set log_statement = none and log_min_duration_statement = -1 (or log_parameter_max_length = 0).',
    look: async (scene) => {
      const statements = await setting(scene, 'log_statement')
      const slow = await setting(scene, 'log_min_duration_statement')
      const found = [...(statements === 'none' ? [] : [`log_statement is ${statements}`])]
      if (slow !== '-1') found.push(`log_min_duration_statement is ${slow}`)
      return none(found, 'none are logged', warn)
    },
  },
  {
    id: 'connections-enough',
    what: 'the server has room for the connections of the program',
    advice: 'Raise max_connections, or put PgBouncer (1.21 or newer) between.',
    look: async (scene) => {
      const limit = Number(await setting(scene, 'max_connections'))
      return limit >= 20 ? ok(`${limit}`) : warn(`max_connections is ${limit}; a program takes up to 12`)
    },
  },
  {
    id: 'server-release',
    what: 'row-level security has no known leak in this release',
    advice: 'Update PostgreSQL to its newest patch release.',
    look: async (scene) => {
      const refusal = whyNotRelease(Number(await setting(scene, 'server_version_num')))
      const version = await setting(scene, 'server_version')
      return refusal ? fail(`${version}: ${refusal}`) : ok(version)
    },
  },
  {
    id: 'server-supported',
    what: 'this major version of PostgreSQL still gets patches',
    advice: 'Move to a newer major version (pg_upgrade, or backup and restore).',
    look: async (scene) => {
      const major = Math.floor(Number(await setting(scene, 'server_version_num')) / 10_000)
      const end = endOfLife[major]
      if (!end) return warn(`the end of PostgreSQL ${major} is not known here`)
      const today = scene.now().toZonedDateTimeISO('Europe/Warsaw').toPlainDate()
      const left = today.until(end).days
      return left < 0 ? fail(`ended ${end}`) : left < 180 ? warn(`ends ${end}`) : ok(`until ${end}`)
    },
  },
  {
    id: 'tls-to-database',
    what: 'what goes to a database on another machine is encrypted',
    advice: 'End DATABASE_URL with ?sslmode=verify-full.',
    look: async (scene) => {
      if (isLocal(scene.config.databaseUrl)) return skipped('the database is on this machine')
      const used = await one(scene, 'select ssl as value from pg_stat_ssl where pid = pg_backend_pid()')
      if (used !== 'true') return fail('the connection is in clear')
      return scene.config.databaseUrl?.includes('sslmode=verify-full')
        ? ok('verified')
        : warn('the server is not verified')
    },
  },
  {
    id: 'transaction-numbers',
    what: 'the numbers of transactions are far from running out',
    advice: 'Let autovacuum work; vacuum (freeze) as the owner; look for forgotten transactions.',
    look: async (scene) => {
      const age = Number(
        await one(scene, 'select age(datfrozenxid) as value from pg_database where datname = current_database()'),
      )
      return age < 1_000_000_000 ? ok(`age ${age}`) : fail(`age ${age}`)
    },
  },
  {
    id: 'forgotten-transactions',
    what: 'no transaction of the program stands open for long',
    advice: 'Look for a stuck process (pg_stat_activity) and end it; tell the makers of Splot.',
    look: async (scene) => {
      const count = Number(
        await one(
          scene,
          `select count(*) as value from pg_stat_activity
          where usename = current_user and state = 'idle in transaction' and state_change < now() - interval '10 minutes'`,
        ),
      )
      return count === 0 ? ok('none') : warn(`${count} for more than 10 minutes`)
    },
  },
  {
    id: 'wal-archiving',
    what: 'every change is archived as it happens, or a nightly backup is enough for you',
    advice: 'docs/backup.md, “Less than a day’s loss”.',
    look: async (scene) => {
      if (scene.embedded) return skipped('the embedded server has no archiving')
      const mode = await setting(scene, 'archive_mode')
      if (mode === 'off' || mode === '') return warn('archive_mode is off: up to a day can be lost')
      const failing = await one(
        scene,
        "select last_failed_time > coalesce(last_archived_time, last_failed_time - interval '1 s') as value from pg_stat_archiver",
      )
      return failing === 'true' ? fail('the last file could not be archived') : ok(mode)
    },
  },
]
