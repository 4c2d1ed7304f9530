import type { Tx } from '#platform/db.ts'
import type { AliasEntry, DistrictEntry, GroupEntry, ServiceTypeEntry } from './municipality-files.ts'

/** What a name in the files is called in the database. */
export type Ids = ReadonlyMap<string, string>

export async function upsertTargetGroups(tx: Tx, groups: GroupEntry[]): Promise<void> {
  if (groups.length === 0) return
  await tx.db
    .insertInto('target_group')
    .values(
      groups.map(({ code, name, diagnosis }, position) => ({
        tenant_id: tx.tenantId,
        code,
        name: JSON.stringify(name),
        diagnosis,
        position,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'code']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        diagnosis: eb.ref('excluded.diagnosis'),
        position: eb.ref('excluded.position'),
      })),
    )
    .execute()
}

/** Ids by number. */
export async function upsertDistricts(tx: Tx, districts: DistrictEntry[]): Promise<Ids> {
  if (districts.length === 0) return new Map()
  const rows = await tx.db
    .insertInto('district')
    .values(districts.map(({ number, name }) => ({ tenant_id: tx.tenantId, number, name })))
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'number']).doUpdateSet((eb) => ({ name: eb.ref('excluded.name') })),
    )
    .returning(['id', 'number'])
    .execute()
  return new Map(rows.map(({ id, number }) => [String(number), id]))
}

/** Ids by code. */
export async function upsertServiceTypes(tx: Tx, types: ServiceTypeEntry[]): Promise<Ids> {
  if (types.length === 0) return new Map()
  const rows = await tx.db
    .insertInto('service_type')
    .values(
      types.map(({ code, slug, name, description, labels }) => ({
        tenant_id: tx.tenantId,
        code,
        slug,
        name: JSON.stringify(name),
        description: JSON.stringify(description),
        labels,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'code']).doUpdateSet((eb) => ({
        slug: eb.ref('excluded.slug'),
        name: eb.ref('excluded.name'),
        description: eb.ref('excluded.description'),
        labels: eb.ref('excluded.labels'),
      })),
    )
    .returning(['id', 'code'])
    .execute()
  return new Map(rows.map(({ id, code }) => [code, id]))
}

/** The areas and groups of these types become exactly those of the files. */
export async function replaceServiceTypeLinks(tx: Tx, types: ServiceTypeEntry[], ids: Ids): Promise<void> {
  if (types.length === 0) return
  const known = types.map(({ code, areas, groups }) => ({ id: idOf(ids, code), areas, groups }))
  const of = known.map(({ id }) => id)
  const rows = { tenant_id: tx.tenantId }
  await tx.db
    .deleteFrom('service_type_area')
    .where('tenant_id', '=', tx.tenantId)
    .where('service_type_id', 'in', of)
    .execute()
  await tx.db
    .deleteFrom('service_type_group')
    .where('tenant_id', '=', tx.tenantId)
    .where('service_type_id', 'in', of)
    .execute()
  await tx.db
    .insertInto('service_type_area')
    .values(known.flatMap(({ id, areas }) => areas.map((area_code) => ({ ...rows, service_type_id: id, area_code }))))
    .execute()
  await tx.db
    .insertInto('service_type_group')
    .values(
      known.flatMap(({ id, groups }) => groups.map((group_code) => ({ ...rows, service_type_id: id, group_code }))),
    )
    .execute()
}

/** Adds the phrases that aren't there yet; those that editors added stay. */
export async function insertAliases(tx: Tx, lexicon: AliasEntry[], ids: Ids): Promise<void> {
  const rows = lexicon.flatMap(({ services, ...phrases }) =>
    services.flatMap((code) =>
      (['pl', 'uk', 'en'] as const).flatMap((lang) =>
        phrases[lang].map((phrase) => ({ tenant_id: tx.tenantId, service_type_id: idOf(ids, code), lang, phrase })),
      ),
    ),
  )
  if (rows.length === 0) return
  await tx.db
    .insertInto('service_type_alias')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The id behind a name of the files; they were checked before, so a missing one is our own mistake. */
export function idOf(ids: Ids, name: string | number): string {
  const id = ids.get(String(name))
  if (id === undefined) throw new Error(`no id for ${name}`)
  return id
}
