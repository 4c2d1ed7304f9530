import { sql } from 'kysely'
import type { Sealer } from './sealing.ts'
import type { Tx } from './tx.ts'

/** How many attempts of a kind are borne for one value (an address, an account, a code) within a time. */
export interface Measure {
  /** For example `sign-in address`. */
  kind: string
  value: string
  most: number
  minutes: number
}

/**
 * Counts one attempt under each measure and gives the names of the marks it made; undefined, and nothing counted, when
 * one measure is full. Attempts at the same value wait for each other's end, so that many at once are counted one by
 * one. Measures that go together are always given in the same order.
 */
export async function countAttempt(
  tx: Tx,
  sealer: Sealer,
  measures: readonly Measure[],
): Promise<readonly string[] | undefined> {
  const marks = measures.map((measure) => ({ ...measure, hash: sealer.hash(measure.kind, measure.value) }))
  for (const { hash } of marks) {
    await sql`select pg_advisory_xact_lock(${hash.readInt32BE(0)}::int, ${hash.readInt32BE(4)}::int)`.execute(tx.db)
  }
  for (const { hash, most, minutes } of marks) {
    if ((await countSince(tx, hash, tx.now.subtract({ minutes }))) >= most) return undefined
  }
  await deleteOldAttempts(tx)
  return insertAttempts(tx, marks)
}

/**
 * Whether an attempt that found a measure full is the first one to be told of within the measure's time. One line says
 * that the measure is full; a line for each attempt after it would let anybody fill the audit.
 */
export async function isFirstOverFull(tx: Tx, sealer: Sealer, measures: readonly Measure[]): Promise<boolean> {
  for (const { kind, value, most, minutes } of measures) {
    if ((await countSince(tx, sealer.hash(kind, value), tx.now.subtract({ minutes }))) < most) continue
    const told = { kind: `${kind}, told to be full`, value, most: 1, minutes }
    return (await countAttempt(tx, sealer, [told])) !== undefined
  }
  return false
}

/** Counts an attempt; of one that found a measure full, `tell` is called as often as is worth a line of the audit. */
export async function countOrTell(
  tx: Tx,
  sealer: Sealer,
  measures: readonly Measure[],
  tell: () => void,
): Promise<readonly string[] | undefined> {
  const marks = await countAttempt(tx, sealer, measures)
  if (!marks && (await isFirstOverFull(tx, sealer, measures))) tell()
  return marks
}

/** Takes the marks of an attempt back: it was a good one. */
export async function forgetAttempt(tx: Tx, marks: readonly string[]): Promise<void> {
  await tx.db.deleteFrom('attempt').where('tenant_id', '=', tx.tenantId).where('id', 'in', marks).execute()
}

async function countSince(tx: Tx, hash: Buffer, since: Temporal.Instant): Promise<number> {
  const { count } = await tx.db
    .selectFrom('attempt')
    .where('tenant_id', '=', tx.tenantId)
    .where('subject_hash', '=', hash)
    .where('at', '>', since)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

async function insertAttempts(tx: Tx, marks: readonly { kind: string; hash: Buffer }[]): Promise<string[]> {
  const rows = await tx.db
    .insertInto('attempt')
    .values(marks.map(({ kind, hash }) => ({ tenant_id: tx.tenantId, kind, subject_hash: hash, at: tx.now })))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Counting needs an hour; a day is for those who look into an attack. */
async function deleteOldAttempts(tx: Tx): Promise<void> {
  const dayAgo = tx.now.subtract({ hours: 24 })
  await tx.db.deleteFrom('attempt').where('tenant_id', '=', tx.tenantId).where('at', '<', dayAgo).execute()
}
