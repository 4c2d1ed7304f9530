import type { ExpressionBuilder } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Tx } from '#platform/db.ts'
import type { DB } from '#platform/schema.ts'
import { byRoomAndFreshness, type Offer, type OfferPlace, type Organisation } from './offer.ts'
import type { Hours } from './opening-hours.ts'

/** Active offers, room first, then what was checked last. */
export async function listOffers(tx: Tx): Promise<Offer[]> {
  const rows = await offers(tx).where('service.status', '=', 'active').execute()
  return rows.map(toOffer).sort(byRoomAndFreshness)
}

/** Any offer by its slug, whatever its status. */
export async function findServiceBySlug(tx: Tx, slug: string): Promise<Offer | undefined> {
  const row = await offers(tx).where('service.slug', '=', slug).executeTakeFirst()
  return row && toOffer(row)
}

/** Any offer by its id, whatever its status. */
export async function findService(tx: Tx, id: string): Promise<Offer | undefined> {
  const row = await offers(tx).where('service.id', '=', id).executeTakeFirst()
  return row && toOffer(row)
}

export async function findOrganisationBySlug(tx: Tx, slug: string): Promise<Organisation | undefined> {
  return tx.db
    .selectFrom('organisation')
    .where('organisation.tenant_id', '=', tx.tenantId)
    .where('slug', '=', slug)
    .select(['id', 'slug', 'name', 'kind', 'description', 'legal_status', 'email', 'website', 'sample'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('phone')
          .where('phone.tenant_id', '=', tx.tenantId)
          .whereRef('organisation_id', '=', 'organisation.id')
          .select(['number', 'phone.description']),
      ).as('phones'),
    )
    .executeTakeFirst()
}

type Service = ExpressionBuilder<DB, 'service'>

const placesOf = (tx: Tx, eb: Service) =>
  eb
    .selectFrom('service_at_place')
    .innerJoin('place', (join) =>
      join
        .onRef('place.tenant_id', '=', 'service_at_place.tenant_id')
        .onRef('place.id', '=', 'service_at_place.place_id'),
    )
    .where('service_at_place.tenant_id', '=', tx.tenantId)
    .whereRef('service_at_place.service_id', '=', 'service.id')

const HOURS = ['byday', 'opens_at', 'closes_at', 'valid_from', 'valid_to', 'holidays'] as const

const offers = (tx: Tx) =>
  tx.db
    .selectFrom('service')
    .where('service.tenant_id', '=', tx.tenantId)
    .select([
      'service.id',
      'service.slug',
      'service_type_id',
      'service.name',
      'service.description',
      'service.status',
      'url',
      'service.email',
      'eligibility_description',
      'minimum_age',
      'maximum_age',
      'fees_description',
      'free',
      'application_process',
      'referral_required',
      'capacity_available',
      'capacity_updated',
      'capacity_description',
      'whole_area',
      'languages',
      'assured_date',
      'service.sample',
    ])
    .select((eb) => [
      jsonObjectFrom(
        eb
          .selectFrom('organisation')
          .where('organisation.tenant_id', '=', tx.tenantId)
          .whereRef('organisation.id', '=', 'service.organisation_id')
          .select(['organisation.id', 'organisation.slug', 'organisation.name', 'kind']),
      )
        .$notNull()
        .as('organisation'),
      jsonArrayFrom(placesWithHours(tx, eb)).as('places'),
      jsonArrayFrom(
        eb
          .selectFrom('schedule')
          .where('schedule.tenant_id', '=', tx.tenantId)
          .whereRef('schedule.service_id', '=', 'service.id')
          .where('service_at_place_id', 'is', null)
          .select(HOURS),
      ).as('schedules'),
      jsonArrayFrom(
        eb
          .selectFrom('phone')
          .where('phone.tenant_id', '=', tx.tenantId)
          .whereRef('phone.service_id', '=', 'service.id')
          .select(['number', 'phone.description']),
      ).as('phones'),
      jsonArrayFrom(
        eb
          .selectFrom('service_area')
          .innerJoin('district', (join) =>
            join.onRef('district.tenant_id', '=', 'service_area.tenant_id').onRef('district.id', '=', 'district_id'),
          )
          .where('service_area.tenant_id', '=', tx.tenantId)
          .whereRef('service_area.service_id', '=', 'service.id')
          .orderBy('district.number')
          .select('district.name'),
      ).as('districts'),
    ])

const placesWithHours = (tx: Tx, eb: Service) =>
  placesOf(tx, eb)
    .leftJoin('district', (join) =>
      join.onRef('district.tenant_id', '=', 'place.tenant_id').onRef('district.id', '=', 'place.district_id'),
    )
    .orderBy('place.name')
    .select([
      'place.slug',
      'place.name',
      'address_1',
      'postal_code',
      'city',
      'district.name as district',
      'transportation',
      'accessibility',
    ])
    .select((at) =>
      jsonArrayFrom(
        at
          .selectFrom('schedule')
          .where('schedule.tenant_id', '=', tx.tenantId)
          .whereRef('schedule.service_at_place_id', '=', 'service_at_place.id')
          .orderBy('opens_at')
          .select(HOURS),
      ).as('schedules'),
    )

type OfferRow = Awaited<ReturnType<ReturnType<typeof offers>['execute']>>[number]

/** Inside JSON the database writes days as text. */
const toOffer = ({ districts, places, schedules, ...row }: OfferRow): Offer => ({
  ...row,
  places: places as unknown as OfferPlace[],
  schedules: schedules as unknown as Hours[],
  districts: districts.map(({ name }) => name),
})
