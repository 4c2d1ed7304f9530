import type { Client } from 'pg'

/** The tables that hold a centre's rows: whatever has a tenant_id. */
export async function tenantTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select c.relname as name
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace
      and c.relkind in ('r', 'p')
    order by c.relname`)
  return rows.map(({ name }) => name).filter((name) => !undistributed.includes(name))
}

/** Read before the tenant is known, so it can't be kept by tenant; it holds no person. */
export const undistributed = ['tenant_host']

/** Tables of no centre, each with its reason. A table that is neither here nor kept by tenant fails the catalogue test. */
export const shared: Record<string, string> = {
  migration: 'what was applied, for the owner',
  tenant: 'the centres themselves, public like a letterhead',
  tenant_host: 'which host name is whose',
  statutory_area: 'the 14 areas of art. 2, the same for all',
}

/** Functions that run with their owner's rights, each named with its reason; they name their centre in every statement. */
export const ownersFunctions = [
  'erase_subject', // empties what is append-only, by a decision that it writes into the list of erasures
]
