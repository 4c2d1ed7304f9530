import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Lang } from '#platform/i18n.ts'
import type { Tx } from '#platform/db.ts'
import type { District, Named, ServiceType } from './service-type.ts'
import type { Texts } from './text-in-languages.ts'

const asTexts = (json: unknown): Texts => json as Texts

/** All types in the order of their Polish names. */
export async function listServiceTypes(tx: Tx): Promise<ServiceType[]> {
  const rows = await tx.db
    .selectFrom('service_type')
    .where('service_type.tenant_id', '=', tx.tenantId)
    .select((eb) => [
      'id',
      'code',
      'slug',
      'name',
      'description',
      'labels',
      jsonArrayFrom(
        eb
          .selectFrom('service_type_area')
          .innerJoin('statutory_area', 'statutory_area.code', 'area_code')
          .where('service_type_area.tenant_id', '=', tx.tenantId)
          .whereRef('service_type_id', '=', 'service_type.id')
          .orderBy('statutory_area.number')
          .select('area_code'),
      ).as('areas'),
      jsonArrayFrom(
        eb
          .selectFrom('service_type_group')
          .where('service_type_group.tenant_id', '=', tx.tenantId)
          .whereRef('service_type_id', '=', 'service_type.id')
          .select('group_code'),
      ).as('groups'),
      eb
        .selectFrom('service')
        .where('service.tenant_id', '=', tx.tenantId)
        .whereRef('service_type_id', '=', 'service_type.id')
        .where('status', '=', 'active')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('offers'),
    ])
    .execute()
  const types = rows.map(({ name, description, areas, groups, offers, ...row }): ServiceType =>
    Object.assign(row, {
      name: asTexts(name),
      description: asTexts(description),
      areas: areas.map(({ area_code }) => area_code),
      groups: groups.map(({ group_code }) => group_code),
      offers: offers ?? 0,
    }),
  )
  return types.sort((a, b) => a.name.pl.localeCompare(b.name.pl, 'pl'))
}

/** Residents' own phrases with the code of the type each leads to. */
export async function listAliases(tx: Tx): Promise<{ code: string; lang: Lang; phrase: string }[]> {
  return tx.db
    .selectFrom('service_type_alias')
    .innerJoin('service_type', (join) =>
      join
        .onRef('service_type.tenant_id', '=', 'service_type_alias.tenant_id')
        .onRef('service_type.id', '=', 'service_type_alias.service_type_id'),
    )
    .where('service_type_alias.tenant_id', '=', tx.tenantId)
    .select(['service_type.code', 'lang', 'phrase'])
    .orderBy('lang')
    .orderBy('phrase')
    .execute()
}

/** The groups of people, those of the assessment first. */
export async function listTargetGroups(tx: Tx): Promise<Named[]> {
  const rows = await tx.db
    .selectFrom('target_group')
    .where('tenant_id', '=', tx.tenantId)
    .select(['code', 'name'])
    .orderBy('position')
    .execute()
  return rows.map(({ code, name }) => ({ code, name: asTexts(name) }))
}

export async function listDistricts(tx: Tx): Promise<District[]> {
  return tx.db
    .selectFrom('district')
    .where('tenant_id', '=', tx.tenantId)
    .select(['id', 'number', 'name'])
    .orderBy('number')
    .execute()
}

/** The 14 areas of art. 2 in their order. */
export async function listStatutoryAreas(tx: Tx): Promise<Named[]> {
  const rows = await tx.db.selectFrom('statutory_area').select(['code', 'name']).orderBy('number').execute()
  return rows.map(({ code, name }) => ({ code, name: asTexts(name) }))
}
