import type { Tx } from '#platform/tx.ts'
import type { Hand } from './legal-hold-queries.ts'
import type { RetentionRule } from './retention.ts'

export const listRetentionRules = (tx: Tx): Promise<(RetentionRule & { setByName: string })[]> =>
  tx.db
    .selectFrom('retention_rule')
    .select([
      'record_class as recordClass',
      'file_symbol as fileSymbol',
      'category',
      'years',
      'valid_from as validFrom',
      'set_by_name as setByName',
    ])
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('record_class')
    .orderBy('valid_from', 'desc')
    .execute()

/** False when a rule of this class begins on that day already: rules are added, never rewritten. */
export async function insertRetentionRule(tx: Tx, rule: RetentionRule, by: Hand): Promise<boolean> {
  const inserted = await tx.db
    .insertInto('retention_rule')
    .values({
      tenant_id: tx.tenantId,
      record_class: rule.recordClass,
      file_symbol: rule.fileSymbol,
      category: rule.category,
      years: rule.years,
      valid_from: rule.validFrom,
      set_by: by.accountId,
      set_by_name: by.name,
      set_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'record_class', 'valid_from']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** The last night on which it was looked what is due. */
export const findLastWatch = (tx: Tx): Promise<{ lookedOn: Temporal.PlainDate; due: number } | undefined> =>
  tx.db
    .selectFrom('retention_watch')
    .select(['looked_on as lookedOn', 'due'])
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('looked_on', 'desc')
    .limit(1)
    .executeTakeFirst()

/** False when another process was first. */
export async function insertWatch(tx: Tx, day: Temporal.PlainDate, due: number): Promise<boolean> {
  const inserted = await tx.db
    .insertInto('retention_watch')
    .values({ tenant_id: tx.tenantId, looked_on: day, due, looked_at: tx.now })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'looked_on']).doNothing())
    .returning('due')
    .executeTakeFirst()
  return inserted !== undefined
}
