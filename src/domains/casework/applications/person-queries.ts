import { sql } from 'kysely'
import type { Tx } from '#platform/tx.ts'
import type { CaseScope, Onlooker } from '../case-scope.ts'
import { withinScope } from '../case-scope-queries.ts'
import { isOpenTo } from '../restriction/restriction-scope-queries.ts'
import type { Person, PersonDetails } from './person.ts'
import { familyKey, givenKey } from '../names.ts'

const columns = [
  'person.id',
  'person.given_name as givenName',
  'person.family_name as familyName',
  'person.birth_year as birthYear',
  'person.birth_on as birthOn',
  'person.pesel_sealed as peselSealed',
  'person.pesel_hash as peselHash',
  'person.phone',
  'person.email',
  'person.address',
  'person.district_id as districtId',
  'person.language',
  'person.accessibility_needs as accessNeeds',
  'person.contact_way as contactWay',
  'person.contact_note as contactNote',
  'person.version',
] as const

const toRow = (person: PersonDetails) => ({
  given_name: person.givenName,
  family_name: person.familyName,
  given_key: givenKey(person.givenName),
  family_key: familyKey(person.familyName),
  birth_year: person.birthYear,
  pesel_sealed: person.peselSealed,
  pesel_hash: person.peselHash,
  phone: person.phone,
  email: person.email,
  address: person.address,
  district_id: person.districtId,
  language: person.language,
  accessibility_needs: person.accessNeeds,
  contact_way: person.contactWay,
  contact_note: person.contactNote,
})

export async function insertPerson(tx: Tx, person: PersonDetails): Promise<string> {
  const { id } = await tx.db
    .insertInto('person')
    .values({ tenant_id: tx.tenantId, ...toRow(person), created_at: tx.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertSounds(tx, id, person.familyName)
  return id
}

/** False when somebody saved the person since this version was read. */
export async function updatePerson(tx: Tx, id: string, version: number, person: PersonDetails): Promise<boolean> {
  const updated = await tx.db
    .updateTable('person')
    .set((eb) => ({ ...toRow(person), version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!updated) return false
  await tx.db.deleteFrom('person_sound').where('tenant_id', '=', tx.tenantId).where('person_id', '=', id).execute()
  await insertSounds(tx, id, person.familyName)
  return true
}

async function insertSounds(tx: Tx, personId: string, familyName: string): Promise<void> {
  const rows = soundsOf(familyKey(familyName)).map((sound) => ({
    tenant_id: tx.tenantId,
    sound,
    person_id: personId,
  }))
  if (rows.length > 0) await tx.db.insertInto('person_sound').values(rows).execute()
}

const soundsOf = (...keys: string[]): string[] => [
  ...new Set(keys.flatMap((key) => key.split(' ')).filter((sound) => sound !== '')),
]

/** Without a scope: for a step that follows from a case already reached. */
export async function findPerson(tx: Tx, id: string): Promise<Person | undefined> {
  return tx.db
    .selectFrom('person')
    .select(columns)
    .where('person.tenant_id', '=', tx.tenantId)
    .where('person.id', '=', id)
    .executeTakeFirst()
}

/** A person is reached through a case of theirs. */
export async function findPersonInScope(tx: Tx, id: string, scope: CaseScope): Promise<Person | undefined> {
  return tx.db
    .selectFrom('person')
    .select(columns)
    .where('person.tenant_id', '=', tx.tenantId)
    .where('person.id', '=', id)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('application')
          .select('application.id')
          .where('application.tenant_id', '=', tx.tenantId)
          .whereRef('application.person_id', '=', 'person.id')
          .where(withinScope(scope)),
      ),
    )
    .executeTakeFirst()
}

/** Makes whoever is about to write this PESEL down wait here, so that the next look finds what the first one wrote. */
export async function lockPesel(tx: Tx, peselHash: Buffer): Promise<void> {
  const [high, low] = [peselHash.readInt32BE(0), peselHash.readInt32BE(4)]
  await sql`select pg_advisory_xact_lock(${high}::int, ${low}::int)`.execute(tx.db)
}

/** Whether the onlooker may be shown that this person is known. */
export async function isPersonOpenTo(tx: Tx, id: string, onlooker: Onlooker): Promise<boolean> {
  const row = await tx.db
    .selectFrom('person')
    .select('id')
    .where('person.tenant_id', '=', tx.tenantId)
    .where('person.id', '=', id)
    .where(isOpenTo(onlooker, 'person'))
    .executeTakeFirst()
  return row !== undefined
}

export async function findPersonIdByPesel(tx: Tx, peselHashes: readonly Buffer[]): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('person')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('pesel_hash', 'in', peselHashes)
    .executeTakeFirst()
  return row?.id
}

export interface Sought {
  givenName: string
  familyName: string
  phone: string | undefined
  peselHashes: readonly Buffer[]
}

/** Those whom the onlooker is shown, or those who are kept from them. */
export type Visibility = 'shown' | 'kept'

/**
 * People worth comparing: a name that sounds alike (in either order), the same phone, the same PESEL. Each is sought
 * by equality in an index of its own: any other operator would read the whole centre under row-level security.
 */
export async function listPersonsAlike(
  tx: Tx,
  sought: Sought,
  onlooker: Onlooker,
  visibility: Visibility,
): Promise<Person[]> {
  return tx.db
    .selectFrom('person')
    .select(columns)
    .where('person.tenant_id', '=', tx.tenantId)
    .where('person.id', 'in', idsAlike(tx, sought))
    .where((eb) => (visibility === 'shown' ? isOpenTo(onlooker, 'person') : eb.not(isOpenTo(onlooker, 'person'))))
    .limit(500)
    .execute()
}

function idsAlike(tx: Tx, { givenName, familyName, phone, peselHashes }: Sought) {
  const sounds = soundsOf(familyKey(familyName), givenKey(givenName))
  const persons = tx.db.selectFrom('person').select('id').where('tenant_id', '=', tx.tenantId)
  // PostgreSQL finds nothing for an empty list of sounds, and for an unknown phone or PESEL.
  return tx.db
    .selectFrom('person_sound')
    .select('person_id as id')
    .where('tenant_id', '=', tx.tenantId)
    .where((eb) => eb('sound', '=', eb.fn.any(eb.val(sounds))))
    .union(persons.where('phone', '=', phone ?? null))
    .union(persons.where((eb) => eb('pesel_hash', '=', eb.fn.any(eb.val([...peselHashes])))))
}
