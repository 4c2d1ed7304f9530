import { sql } from 'kysely'
import type { Tx } from '#platform/tx.ts'
import type { Deputy, NewDeputy } from './deputy.ts'

/** Latest first; `absent` and `deputy` are names. */
export async function listDeputies(tx: Tx): Promise<Deputy[]> {
  return tx.db
    .selectFrom('deputy')
    .innerJoin('account as absent', (join) =>
      join.onRef('absent.tenant_id', '=', 'deputy.tenant_id').onRef('absent.id', '=', 'deputy.absent_id'),
    )
    .innerJoin('account as standing', (join) =>
      join.onRef('standing.tenant_id', '=', 'deputy.tenant_id').onRef('standing.id', '=', 'deputy.deputy_id'),
    )
    .select([
      'deputy.id',
      'absent.name as absent',
      'standing.name as deputy',
      'deputy.role',
      'deputy.valid_from as validFrom',
      'deputy.valid_until as validUntil',
      'deputy.reason',
    ])
    .where('deputy.tenant_id', '=', tx.tenantId)
    .orderBy('deputy.valid_until', 'desc')
    .orderBy('deputy.id')
    .limit(200)
    .execute()
}

export async function insertDeputy(tx: Tx, appointedBy: string, deputy: NewDeputy): Promise<string> {
  const { id } = await tx.db
    .insertInto('deputy')
    .values({
      tenant_id: tx.tenantId,
      absent_id: deputy.absentId,
      deputy_id: deputy.deputyId,
      role: deputy.role,
      valid_from: deputy.validFrom,
      valid_until: deputy.validUntil,
      reason: deputy.reason,
      appointed_by: appointedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateDeputyEnd(tx: Tx, id: string, lastDay: Temporal.PlainDate): Promise<boolean> {
  const row = await tx.db
    .updateTable('deputy')
    .set({ valid_until: ended(lastDay) })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('valid_until', '>', lastDay)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What was withdrawn before it began ends the day before its beginning. */
const ended = (lastDay: Temporal.PlainDate) => sql<Temporal.PlainDate>`greatest(${lastDay}::date, valid_from - 1)`
