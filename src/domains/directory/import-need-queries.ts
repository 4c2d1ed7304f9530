import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import { idOf, type Ids } from './import-taxonomy-queries.ts'
import type { FindingEntry } from './municipality-files.ts'

/** What is there already becomes what the file says. */
const asInTheFile = {
  group_code: sql<string>`excluded.group_code`,
  text: sql<string>`excluded.text`,
  source: sql<string>`excluded.source`,
  position: sql<number>`excluded.position`,
}

/** Needs with their areas and the service types that answer them, as the assessment found them. */
export async function upsertNeeds(tx: Tx, needs: FindingEntry[], source: string, types: Ids): Promise<void> {
  if (needs.length === 0) return
  const rows = await tx.db
    .insertInto('need')
    .values(needs.map((need, position) => findingRow(tx, need, source, position)))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'code']).doUpdateSet(asInTheFile))
    .returning(['id', 'code'])
    .execute()
  const ids: Ids = new Map(rows.map(({ id, code }) => [code, id]))
  const of = [...ids.values()]
  await tx.db.deleteFrom('need_area').where('tenant_id', '=', tx.tenantId).where('need_id', 'in', of).execute()
  await tx.db.deleteFrom('need_service_type').where('tenant_id', '=', tx.tenantId).where('need_id', 'in', of).execute()
  const { areas, types: links } = linkRows(needs, ids, types)
  await tx.db
    .insertInto('need_area')
    .values(areas.map(({ of, area_code }) => ({ tenant_id: tx.tenantId, need_id: of, area_code })))
    .execute()
  if (links.length === 0) return
  await tx.db
    .insertInto('need_service_type')
    .values(
      links.map(({ of, type, position }) => ({ tenant_id: tx.tenantId, need_id: of, service_type_id: type, position })),
    )
    .execute()
}

/** Services that the assessment proposes, with their areas and types. */
export async function upsertProposedServices(
  tx: Tx,
  proposed: FindingEntry[],
  source: string,
  types: Ids,
): Promise<void> {
  if (proposed.length === 0) return
  const rows = await tx.db
    .insertInto('proposed_service')
    .values(proposed.map((service, position) => findingRow(tx, service, source, position)))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'code']).doUpdateSet(asInTheFile))
    .returning(['id', 'code'])
    .execute()
  const ids: Ids = new Map(rows.map(({ id, code }) => [code, id]))
  const of = [...ids.values()]
  for (const table of ['proposed_service_area', 'proposed_service_type'] as const) {
    await tx.db.deleteFrom(table).where('tenant_id', '=', tx.tenantId).where('proposed_service_id', 'in', of).execute()
  }
  const { areas, types: links } = linkRows(proposed, ids, types)
  await tx.db
    .insertInto('proposed_service_area')
    .values(areas.map(({ of, area_code }) => ({ tenant_id: tx.tenantId, proposed_service_id: of, area_code })))
    .execute()
  if (links.length === 0) return
  await tx.db
    .insertInto('proposed_service_type')
    .values(
      links.map(({ of, type, position }) => ({
        tenant_id: tx.tenantId,
        proposed_service_id: of,
        service_type_id: type,
        position,
      })),
    )
    .execute()
}

function findingRow(tx: Tx, { code, group, text }: FindingEntry, source: string, position: number) {
  return { tenant_id: tx.tenantId, code, group_code: group, text: JSON.stringify(text), source, position }
}

function linkRows(findings: FindingEntry[], ids: Ids, types: Ids) {
  const each = findings.map((finding) => ({ ...finding, of: idOf(ids, finding.code) }))
  return {
    areas: each.flatMap(({ of, areas }) => areas.map((area_code) => ({ of, area_code }))),
    types: each.flatMap(({ of, service_types }) =>
      service_types.map((code, position) => ({ of, type: idOf(types, code), position })),
    ),
  }
}
