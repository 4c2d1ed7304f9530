import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAssignedApplication, aPlanTown } from '#test/plan-builders.ts'
import { testDatabase } from '#test/database.ts'
import { asSuperuser } from '#test/support.ts'
import { listErasures, replayErasures, type Erasure } from './erasures.ts'

const town = await aPlanTown()

const asOwner = async <T>(work: Parameters<typeof asSuperuser<T>>[1]): Promise<T> => asSuperuser(testDatabase(), work)

const erasure = (subjectId: string): Erasure => ({
  tenant_id: town.tenantId,
  id: crypto.randomUUID(),
  subject_kind: 'person',
  subject_id: subjectId,
  basis: 'retention',
  case_numbers: [],
  counts: { person: 1 },
  content_hash: Buffer.alloc(32, 7).toString('base64'),
  decided_by: crypto.randomUUID(),
  decided_by_name: 'Iwona Ochronna',
  erased_at: '2026-11-23T09:00:00.000000Z',
})

async function aPerson(familyName: string): Promise<string> {
  const application = await anAssignedApplication(town, { familyName })
  const { person_id } = await town.inTenant((tx) =>
    tx.db
      .selectFrom('application')
      .select('person_id')
      .where('tenant_id', '=', town.tenantId)
      .where('id', '=', application)
      .executeTakeFirstOrThrow(),
  )
  return person_id
}

const nameOf = async (id: string): Promise<string> => {
  const { family_name } = await town.inTenant((tx) =>
    tx.db
      .selectFrom('person')
      .select('family_name')
      .where('tenant_id', '=', town.tenantId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  return family_name
}

test('what a restored backup brought back is erased again, the list is whole, and a second time changes nothing', async () => {
  const [erased, other] = [await aPerson('Wrócona'), await aPerson('Nietykalna')]
  const decided = erasure(erased)
  const first = await asOwner((owner) => replayErasures(owner, [decided]))
  assert.equal(first['person'], 1)
  assert.equal(await nameOf(erased), '—')
  assert.equal(await nameOf(other), 'Nietykalna')
  assert.deepEqual(await asOwner((owner) => replayErasures(owner, [decided])), {})
  const listed = (await asOwner(listErasures)).filter(({ subject_id }) => subject_id === erased)
  assert.deepEqual(listed, [{ ...decided, counts: first }])
})

test('a person of another centre is out of reach of an erasure', async () => {
  const [person, elsewhere] = [await aPerson('Sąsiednia'), await aPlanTown()]
  await asOwner((owner) => replayErasures(owner, [{ ...erasure(person), tenant_id: elsewhere.tenantId }]))
  assert.equal(await nameOf(person), 'Sąsiednia')
})
