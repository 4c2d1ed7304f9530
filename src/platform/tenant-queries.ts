import type { CentreFile } from './centre-file.ts'
import type { Tx } from './tx.ts'

/** Makes the transaction's centre, or brings it up to date. Only the role that owns the tables may do this. */
export async function upsertTenant(tx: Tx, centre: CentreFile): Promise<void> {
  const values = {
    name: centre.name,
    mode: centre.mode,
    phone: centre.phone,
    email: centre.email,
    address: centre.address,
    opening_hours: centre.openingHours,
    sample: centre.sample,
  }
  await tx.db
    .insertInto('tenant')
    .values({
      id: tx.tenantId,
      slug: centre.slug,
      kind: 'centre',
      voivodeship_teryt: centre.voivodeshipTeryt,
      ...values,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute()
}

export async function upsertMunicipalities(tx: Tx, municipalities: CentreFile['municipalities']): Promise<void> {
  const rows = municipalities.map((municipality) => ({ tenant_id: tx.tenantId, ...municipality }))
  await tx.db
    .insertInto('tenant_municipality')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'teryt']).doUpdateSet((row) => ({ name: row.ref('excluded.name') })),
    )
    .execute()
}

export async function upsertHosts(tx: Tx, hosts: readonly string[]): Promise<void> {
  if (hosts.length === 0) return
  await tx.db
    .insertInto('tenant_host')
    .values(hosts.map((host) => ({ host, tenant_id: tx.tenantId })))
    .onConflict((conflict) => conflict.column('host').doUpdateSet({ tenant_id: tx.tenantId }))
    .execute()
}
