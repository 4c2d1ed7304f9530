import { readMigrations } from '#platform/migrate.ts'
import { type Check, none, type Scene, warn } from './check.ts'

/** The migrations of this program beside those that the database had. */
async function compareMigrations({ ask }: Scene) {
  const [ours, applied] = await Promise.all([
    readMigrations(),
    ask<{ name: string; checksum: string }>('select name, checksum from migration'),
  ])
  return { ours: new Map(ours.map(toPair)), applied: new Map(applied.map(toPair)) }
}

const toPair = ({ name, checksum }: { name: string; checksum: string }): [string, string] => [name, checksum]

const listed = async (scene: Scene, sql: string): Promise<string[]> =>
  (await scene.ask<{ found: string }>(sql)).map(({ found }) => found)

export const schemaChecks: readonly Check[] = [
  {
    id: 'migrations-pending',
    what: 'the database has every migration of this program',
    advice: 'DATABASE_OWNER_URL=… bin/splot migrate',
    look: async (scene) => {
      const { ours, applied } = await compareMigrations(scene)
      const pending = [...ours.keys()].filter((name) => !applied.has(name))
      return none(pending, `${applied.size} are applied`)
    },
  },
  {
    id: 'migrations-unknown',
    what: 'the database has no migration that this program doesn’t know',
    advice: 'The database is of a newer Splot: install that one.',
    look: async (scene) => {
      const { ours, applied } = await compareMigrations(scene)
      const unknown = [...applied.keys()].filter((name) => !ours.has(name))
      return none(unknown, 'none')
    },
  },
  {
    id: 'migrations-unchanged',
    what: 'each applied migration is the file that this program has',
    advice: 'Put the files of db/migrations back as they were released.',
    look: async (scene) => {
      const { ours, applied } = await compareMigrations(scene)
      const changed = [...ours].filter(([name, checksum]) => (applied.get(name) ?? checksum) !== checksum)
      return none(
        changed.map(([name]) => name),
        'every checksum is the same',
      )
    },
  },
  {
    id: 'constraints-validated',
    what: 'every constraint holds for every row',
    advice: 'alter table … validate constraint …; look first at the rows that break it.',
    look: async (scene) =>
      none(
        await listed(
          scene,
          `select conname as found from pg_constraint
          where connamespace = 'public'::regnamespace and not convalidated`,
        ),
        'all are validated',
      ),
  },
  {
    id: 'triggers-on',
    what: 'no trigger is switched off',
    advice: 'alter table … enable trigger user; rows written meanwhile may break the invariants.',
    look: async (scene) =>
      none(
        await listed(
          scene,
          `select tgrelid::regclass || '.' || tgname as found from pg_trigger t
          join pg_class c on c.oid = t.tgrelid
          where c.relnamespace = 'public'::regnamespace and tgenabled <> 'O'`,
        ),
        'all are on',
      ),
  },
  {
    id: 'indexes-valid',
    what: 'every index is whole',
    advice: 'reindex index concurrently …',
    look: async (scene) =>
      none(
        await listed(
          scene,
          `select indexrelid::regclass::text as found from pg_index i join pg_class c on c.oid = i.indrelid
          where c.relnamespace = 'public'::regnamespace and not (indisvalid and indisready)`,
        ),
        'all are valid',
      ),
  },
  {
    id: 'collation-version',
    what: 'texts are sorted by the rules that the indexes were built with',
    advice:
      'The operating system’s ICU changed: reindex database splot; alter database splot refresh collation version;',
    look: async (scene) =>
      none(
        await listed(
          scene,
          `select format('built with %s, now %s', datcollversion, pg_database_collation_actual_version(oid)) as found
          from pg_database where datname = current_database()
            and datcollversion is distinct from pg_database_collation_actual_version(oid)`,
        ),
        'the versions agree',
        warn,
      ),
  },
]
