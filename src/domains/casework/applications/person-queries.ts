import { sql } from 'kysely'
import type { Tx } from '#platform/tx.ts'
import type { CaseScope } from '../case-scope.ts'
import { withinScope } from '../case-scope-queries.ts'
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
  return updated !== undefined
}

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

/** People worth comparing: a name that sounds alike (in either order), the same phone, the same PESEL. */
export async function listPersonsAlike(tx: Tx, sought: Sought): Promise<Person[]> {
  const keys = [familyKey(sought.familyName), givenKey(sought.givenName)].flatMap((key) => key.split(' '))
  const sounds = keys.filter((key) => key !== '')
  return tx.db
    .selectFrom('person')
    .select(columns)
    .where('person.tenant_id', '=', tx.tenantId)
    .where((eb) =>
      eb.or([
        ...(sounds.length > 0 ? [sql<boolean>`string_to_array(person.family_key, ' ') && ${sounds}::text[]`] : []),
        ...(sought.phone ? [eb('person.phone', '=', sought.phone)] : []),
        ...(sought.peselHashes.length > 0 ? [eb('person.pesel_hash', 'in', sought.peselHashes)] : []),
      ]),
    )
    .limit(500)
    .execute()
}
