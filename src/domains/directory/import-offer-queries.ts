import type { Tx } from '#platform/db.ts'
import { idOf, type Ids } from './import-taxonomy-queries.ts'
import type { OrganisationEntry, ScheduleEntry, ServiceEntry } from './municipality-files.ts'

/** The phones of these organisations become exactly those of the files. */
export async function replaceOrganisationPhones(tx: Tx, organisations: OrganisationEntry[], ids: Ids): Promise<void> {
  const rows = organisations.flatMap(({ slug, phones }) =>
    phones.map((phone) => ({ tenant_id: tx.tenantId, organisation_id: idOf(ids, slug), ...phone })),
  )
  if (organisations.length === 0) return
  const of = organisations.map(({ slug }) => idOf(ids, slug))
  await tx.db.deleteFrom('phone').where('tenant_id', '=', tx.tenantId).where('organisation_id', 'in', of).execute()
  if (rows.length > 0) await tx.db.insertInto('phone').values(rows).execute()
}

/** Where, when and by whom these services are given becomes exactly what the files say. */
export async function replaceOfferParts(
  tx: Tx,
  services: ServiceEntry[],
  ids: { services: Ids; places: Ids; districts: Ids },
): Promise<void> {
  if (services.length === 0) return
  const of = services.map(({ slug }) => idOf(ids.services, slug))
  for (const table of ['schedule', 'service_at_place', 'service_area', 'phone', 'contact'] as const) {
    await tx.db.deleteFrom(table).where('tenant_id', '=', tx.tenantId).where('service_id', 'in', of).execute()
  }
  const each = services.map((service) => ({ ...service, id: idOf(ids.services, service.slug) }))
  await insertServiceAreas(tx, each, ids.districts)
  await insertServiceContacts(tx, each)
  await insertSchedules(tx, each, await insertServicesAtPlaces(tx, each, ids.places))
}

type KnownService = ServiceEntry & { id: string }

async function insertServiceAreas(tx: Tx, services: KnownService[], districts: Ids): Promise<void> {
  const rows = services.flatMap((service) =>
    (service.districts === 'all' ? [] : service.districts).map((number) => ({
      tenant_id: tx.tenantId,
      service_id: service.id,
      district_id: idOf(districts, number),
    })),
  )
  if (rows.length > 0) await tx.db.insertInto('service_area').values(rows).execute()
}

async function insertServiceContacts(tx: Tx, services: KnownService[]): Promise<void> {
  const of = (service: KnownService) => ({ tenant_id: tx.tenantId, service_id: service.id })
  const phones = services.flatMap((service) => service.phones.map((phone) => ({ ...of(service), ...phone })))
  const contacts = services.flatMap((service) => service.contacts.map((contact) => ({ ...of(service), ...contact })))
  if (phones.length > 0) await tx.db.insertInto('phone').values(phones).execute()
  if (contacts.length > 0) await tx.db.insertInto('contact').values(contacts).execute()
}

/** Ids by "service id place slug". */
async function insertServicesAtPlaces(tx: Tx, services: KnownService[], places: Ids): Promise<Ids> {
  const rows = services.flatMap((service) =>
    service.places.map(({ place }) => ({
      tenant_id: tx.tenantId,
      service_id: service.id,
      place_id: idOf(places, place),
    })),
  )
  if (rows.length === 0) return new Map()
  const inserted = await tx.db
    .insertInto('service_at_place')
    .values(rows)
    .returning(['id', 'service_id', 'place_id'])
    .execute()
  const slugs = new Map([...places].map(([slug, id]) => [id, slug]))
  return new Map(inserted.map((row) => [`${row.service_id} ${slugs.get(row.place_id)}`, row.id]))
}

async function insertSchedules(tx: Tx, services: KnownService[], atPlaces: Ids): Promise<void> {
  const row = (service: KnownService, schedule: ScheduleEntry, at: string | null) => ({
    tenant_id: tx.tenantId,
    service_id: service.id,
    service_at_place_id: at,
    ...schedule,
  })
  const rows = services.flatMap((service) => [
    ...service.schedules.map((schedule) => row(service, schedule, null)),
    ...service.places.flatMap(({ place, schedules }) =>
      schedules.map((schedule) => row(service, schedule, idOf(atPlaces, `${service.id} ${place}`))),
    ),
  ])
  if (rows.length > 0) await tx.db.insertInto('schedule').values(rows).execute()
}
