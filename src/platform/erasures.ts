import type { ClientBase } from 'pg'

/** One decided erasure, as it is kept outside the database: no personal data, only ids, codes and numbers of cases. */
export interface Erasure {
  tenant_id: string
  id: string
  subject_kind: 'person' | 'report'
  subject_id: string
  basis: 'retention' | 'request' | 'order'
  case_numbers: string[]
  counts: Record<string, number>
  /** Base64. */
  content_hash: string
  decided_by: string
  decided_by_name: string
  /** As PostgreSQL writes an instant in UTC. */
  erased_at: string
}

/** Every erasure of every centre, oldest first. The client must see all rows: the backup role, or the owner per centre. */
export async function listErasures(client: ClientBase): Promise<Erasure[]> {
  const { rows } = await client.query<Erasure>(`
    select tenant_id, id, subject_kind, subject_id, basis, case_numbers, counts,
      encode(content_hash, 'base64') as content_hash, decided_by, decided_by_name,
      to_char(erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as erased_at
    from erasure
    order by erased_at, id`)
  return rows
}

/**
 * Erases again what a restored backup brought back, and puts missing lines into the list. May be repeated; each erasure
 * is one transaction. The client is the owner's (legal holds of the old backup were lifted before the decision). Returns
 * how many rows of each table were emptied.
 */
export async function replayErasures(
  client: ClientBase,
  erasures: readonly Erasure[],
): Promise<Record<string, number>> {
  const sum: Record<string, number> = {}
  for (const erasure of erasures) {
    for (const [table, rows] of Object.entries(await replay(client, erasure))) sum[table] = (sum[table] ?? 0) + rows
  }
  return sum
}

async function replay(client: ClientBase, erasure: Erasure): Promise<Record<string, number>> {
  await client.query('begin')
  try {
    await client.query(`set local splot.tenant_id = ${literalUuid(erasure.tenant_id)}`)
    const { rows } = await client.query<{ counts: Record<string, number> }>(
      `select erase_subject($1, $2, $3, $4, $5, decode($6, 'base64'), $7, $8, $9) as counts`,
      [
        erasure.subject_kind,
        erasure.subject_id,
        erasure.id,
        erasure.basis,
        erasure.case_numbers,
        erasure.content_hash,
        erasure.decided_by,
        erasure.decided_by_name,
        erasure.erased_at,
      ],
    )
    const drafts = await client.query('delete from form_draft where tenant_id = $1 and updated_at <= $2', [
      erasure.tenant_id,
      erasure.erased_at,
    ])
    await client.query('commit')
    return { ...rows[0]!.counts, ...(drafts.rowCount ? { form_draft: drafts.rowCount } : {}) }
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

function literalUuid(id: string): string {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Error('an erasure without a tenant id')
  return `'${id}'`
}
