import assert from 'node:assert/strict'
import { hash, randomBytes } from 'node:crypto'
import type { TableName } from '#platform/personal-data/entry.ts'
import { belongsTo, tablesOf } from '#platform/personal-data/reach.ts'
import { entryOf, personalColumns } from '#platform/personal-data/register.ts'
import { testDatabase } from './database.ts'
import type { PlanTown } from './plan-builders.ts'
import { asSuperuser } from './support.ts'

/** What every planted text about the person begins with: of this file alone, since others plant in the same tables. */
export const marked = `ZNAK${Array.from(randomBytes(6), (byte) => String.fromCharCode(65 + (byte % 26))).join('')}`
export const markedEmail = `${marked.toLowerCase()}@example.org`

/** What is planted into the content of a file, as it was added. */
export const contentHash = hash('sha256', `${marked}attachmentcontentsealed`, 'buffer')

export interface Planted {
  table: TableName
  column: string
  mark: string
  /** Of someone who works at the centre: a copy for the person says nothing of it. */
  staff: boolean
}

/** The chain of the journal has to stay whole, and nothing of this person was erased yet. */
const leftAlone: readonly TableName[] = ['audit_event', 'erasure']

/** Writes a mark of its own into every personal column of the person's rows that takes a text. */
export async function plant(town: PlanTown, personId: string): Promise<Planted[]> {
  const planted: Planted[] = []
  await asSuperuser(testDatabase(), async (client) => {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    const types = await client.query<{ table: string; column: string; type: string; words: boolean }>(`
      select c.relname as table, a.attname as column, t.typname as type,
        exists (
          select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)
            and pg_get_constraintdef(k.oid) ~ 'ARRAY\\['
        ) as words
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      join pg_type t on t.oid = a.atttypid
      where c.relnamespace = 'public'::regnamespace`)
    const wheres = tablesOf('person').map(
      (table) => [table, belongsTo(table, 'person', { tenant: '$1', subject: '$2' })!] as const,
    )
    for (const [table, where] of wheres.toReversed()) {
      const of = `${table}.tenant_id = $1 and ${where}`
      const rows = await client.query(`select from ${table} where ${of}`, [town.tenantId, personId])
      assert.ok(['erasure'].includes(table) || rows.rowCount! > 0, `no row of this person in ${table}`)
      for (const { column, dataClass, after } of personalColumns(entryOf(table))) {
        const staff = dataClass === 'staff'
        if (dataClass === 'pseudonymous' || (staff && leftAlone.includes(table))) continue
        if (!staff && after === 'kept' && entryOf(table).erased !== 'row') continue
        const found = types.rows.find((one) => one.table === table && one.column === column)!
        if (found.words || column === 'email' || column === 'to_address') continue
        const mark = `${staff ? 'SŁUŻBOWY' : marked}${table}${column}`.replaceAll('_', '')
        const purpose = (entryOf(table).sealed as Record<string, string> | undefined)?.[column]
        const value =
          found.type === 'bytea' && purpose
            ? town.deps.sealer.seal(purpose, mark)
            : found.type === 'text'
              ? mark
              : found.type === '_text'
                ? [mark]
                : found.type === 'jsonb'
                  ? JSON.stringify({ words: mark })
                  : undefined
        if (value === undefined) continue
        await client.query('savepoint marking')
        const set = `update ${table} set "${column}" = $3 where ${of}`
        try {
          await client.query(set, [town.tenantId, personId, value])
        } catch (error) {
          // A first version of a plan says no reason of a change: the database itself refuses a text there.
          assert.equal(`${table}.${column}`, 'plan.change_reason', (error as Error).message)
          await client.query('rollback to savepoint marking')
          continue
        }
        planted.push({ table, column, mark, staff })
      }
    }
    await client.query('commit')
  })
  return planted
}

/** Everything in every table, sealed values opened, as one text. */
export async function everything(town: PlanTown): Promise<string> {
  return asSuperuser(testDatabase(), async (client) => {
    const { rows: tables } = await client.query<{ name: TableName }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    )
    const texts: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<Record<string, unknown>>(`select * from "${name}"`)
      const sealed = ((entryOf(name) as { sealed?: object } | undefined)?.sealed ?? {}) as Record<string, string>
      for (const row of rows) {
        const opened = Object.entries(row).map(([column, value]) => {
          if (!Buffer.isBuffer(value)) return value
          try {
            return sealed[column] ? town.deps.sealer.unseal(sealed[column], value) : value.toString('latin1')
          } catch {
            return ''
          }
        })
        texts.push(`${name} ${JSON.stringify(opened)}`)
      }
    }
    return texts.filter((text) => text.includes(marked) || text.includes(markedEmail)).join('\n')
  })
}
