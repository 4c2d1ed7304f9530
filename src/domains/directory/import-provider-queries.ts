import type { Tx } from '#platform/db.ts'
import { idOf, type Ids } from './import-taxonomy-queries.ts'
import type { OrganisationEntry, PlaceEntry, ServiceEntry } from './municipality-files.ts'

/** Ids by slug. */
export async function upsertOrganisations(tx: Tx, organisations: OrganisationEntry[]): Promise<Ids> {
  if (organisations.length === 0) return new Map()
  const rows = await tx.db
    .insertInto('organisation')
    .values(
      organisations.map(({ phones: _phones, ...organisation }) => ({
        tenant_id: tx.tenantId,
        ...organisation,
        last_modified: tx.now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'slug']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        kind: eb.ref('excluded.kind'),
        description: eb.ref('excluded.description'),
        legal_status: eb.ref('excluded.legal_status'),
        email: eb.ref('excluded.email'),
        website: eb.ref('excluded.website'),
        sample: eb.ref('excluded.sample'),
        last_modified: eb.ref('excluded.last_modified'),
      })),
    )
    .returning(['id', 'slug'])
    .execute()
  return bySlug(rows)
}

/** Ids by slug. */
export async function upsertPlaces(
  tx: Tx,
  places: PlaceEntry[],
  ids: { organisations: Ids; districts: Ids },
): Promise<Ids> {
  if (places.length === 0) return new Map()
  const rows = await tx.db
    .insertInto('place')
    .values(
      places.map(({ organisation, district, ...place }) => ({
        tenant_id: tx.tenantId,
        organisation_id: idOf(ids.organisations, organisation),
        district_id: district === null ? null : idOf(ids.districts, district),
        ...place,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'slug']).doUpdateSet((eb) => ({
        organisation_id: eb.ref('excluded.organisation_id'),
        name: eb.ref('excluded.name'),
        address_1: eb.ref('excluded.address_1'),
        postal_code: eb.ref('excluded.postal_code'),
        city: eb.ref('excluded.city'),
        district_id: eb.ref('excluded.district_id'),
        transportation: eb.ref('excluded.transportation'),
        accessibility: eb.ref('excluded.accessibility'),
        sample: eb.ref('excluded.sample'),
      })),
    )
    .returning(['id', 'slug'])
    .execute()
  return bySlug(rows)
}

/** Ids by slug. */
export async function upsertServices(
  tx: Tx,
  services: ServiceEntry[],
  ids: { organisations: Ids; types: Ids },
): Promise<Ids> {
  if (services.length === 0) return new Map()
  const rows = await tx.db
    .insertInto('service')
    .values(services.map((service) => serviceRow(tx, service, ids)))
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'slug']).doUpdateSet((eb) => ({
        service_type_id: eb.ref('excluded.service_type_id'),
        organisation_id: eb.ref('excluded.organisation_id'),
        name: eb.ref('excluded.name'),
        description: eb.ref('excluded.description'),
        status: eb.ref('excluded.status'),
        url: eb.ref('excluded.url'),
        email: eb.ref('excluded.email'),
        eligibility_description: eb.ref('excluded.eligibility_description'),
        minimum_age: eb.ref('excluded.minimum_age'),
        maximum_age: eb.ref('excluded.maximum_age'),
        fees_description: eb.ref('excluded.fees_description'),
        free: eb.ref('excluded.free'),
        cost_amount: eb.ref('excluded.cost_amount'),
        cost_unit: eb.ref('excluded.cost_unit'),
        application_process: eb.ref('excluded.application_process'),
        referral_required: eb.ref('excluded.referral_required'),
        capacity_available: eb.ref('excluded.capacity_available'),
        capacity_updated: eb.ref('excluded.capacity_updated'),
        capacity_description: eb.ref('excluded.capacity_description'),
        whole_area: eb.ref('excluded.whole_area'),
        languages: eb.ref('excluded.languages'),
        assured_date: eb.ref('excluded.assured_date'),
        assurer_email: eb.ref('excluded.assurer_email'),
        last_modified: eb.ref('excluded.last_modified'),
        sample: eb.ref('excluded.sample'),
      })),
    )
    .returning(['id', 'slug'])
    .execute()
  return bySlug(rows)
}

function serviceRow(tx: Tx, service: ServiceEntry, ids: { organisations: Ids; types: Ids }) {
  const { cost, capacity } = service
  return {
    tenant_id: tx.tenantId,
    slug: service.slug,
    service_type_id: idOf(ids.types, service.type),
    organisation_id: idOf(ids.organisations, service.organisation),
    name: service.name,
    description: service.description,
    status: service.status,
    url: service.url,
    email: service.email,
    eligibility_description: service.eligibility_description,
    minimum_age: service.minimum_age,
    maximum_age: service.maximum_age,
    fees_description: service.fees_description,
    free: cost.free,
    cost_amount: cost.amount,
    cost_currency: cost.currency,
    cost_unit: cost.unit,
    application_process: service.application_process,
    referral_required: service.referral_required,
    capacity_available: capacity.available,
    capacity_updated: capacity.updated,
    capacity_description: capacity.description,
    whole_area: service.districts === 'all',
    languages: service.languages,
    assured_date: service.assured_date,
    assurer_email: service.assurer_email,
    last_modified: tx.now,
    sample: service.sample,
  }
}

const bySlug = (rows: { id: string; slug: string }[]): Ids => new Map(rows.map(({ id, slug }) => [slug, id]))
