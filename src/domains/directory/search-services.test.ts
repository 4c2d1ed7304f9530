import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { aCentre, type TestCentre, testDeps } from '#test/support.ts'
import { directoryIndex, forgetDirectory } from './directory-index.ts'
import { importMunicipality } from './import-municipality.ts'
import { listNeeds } from './need-queries.ts'
import { findOrganisationBySlug, findServiceBySlug, listOffers } from './offer-queries.ts'
import { searchServices, type ServiceQuery } from './search-services.ts'
import { listDistricts, listServiceTypes, listStatutoryAreas, listTargetGroups } from './taxonomy-queries.ts'

const torun = fileURLToPath(new URL('../../../db/seed/torun', import.meta.url))
const deps = await testDeps({ now: '2026-11-23T09:00:00Z' })
let centre: TestCentre
before(async () => {
  centre = await aCentre(deps)
  await centre.work((tx) => importMunicipality(tx, torun))
})
const search = (query: ServiceQuery) => centre.work((tx) => searchServices(tx, query))

test('all of the folder is there after the import', async () => {
  await centre.work(async (tx) => {
    assert.equal((await listServiceTypes(tx)).length, 124)
    assert.equal((await listDistricts(tx)).length, 13)
    assert.equal((await listTargetGroups(tx)).length, 11)
    assert.equal((await listStatutoryAreas(tx)).length, 14)
    assert.equal((await listNeeds(tx)).length, 31)
    assert.equal((await listNeeds(tx, 'older-people')).length, 8)
    assert.equal((await listOffers(tx)).length, 150)
  })
})

test('the same folder twice leaves the same data', async () => {
  const service = (tx: Parameters<typeof findServiceBySlug>[0]) => findServiceBySlug(tx, 'bransoletka-bezpieczenstwa')
  const earlier = await centre.work(service)
  const counts = await centre.work((tx) => importMunicipality(tx, torun))
  assert.equal(counts.services, 150)
  assert.deepEqual(await centre.work(service), earlier)
  assert.equal((await centre.work((tx) => listOffers(tx))).length, 150)
})

test('a worn-out daughter finds respite care with its offers first', async () => {
  const { found } = await search({ words: 'nie mam siły opiekować się mamą' })
  assert.deepEqual(
    found
      .slice(0, 2)
      .map(({ type }) => type.code)
      .sort(),
    ['S001', 'S002'],
  )
  assert.ok((found[0]?.offers.length ?? 0) > 0)
})

test('a type without offers is found all the same, as a gap', async () => {
  const { found } = await search({ words: 'psychiatra' })
  assert.equal(found[0]?.type.code, 'S048')
  assert.deepEqual(found[0]?.offers, [])
})

test('free of charge, step-free and open now leave only such offers', async () => {
  const free = await search({ group: 'older-people', free: true })
  assert.ok(free.found.length > 0 && free.found.every(({ offers }) => offers.every((offer) => offer.free)))
  const stepFree = await search({ stepFree: true })
  const reachable = stepFree.found.flatMap(({ offers }) => offers)
  assert.ok(reachable.length > 0)
  assert.ok(reachable.every(({ places }) => places.some(({ accessibility }) => accessibility.includes('step-free'))))
  const open = await search({ openNow: true })
  const all = await search({})
  const count = (of: typeof all) => of.found.flatMap(({ offers }) => offers).length
  assert.ok(count(open) > 0 && count(open) < count(all))
})

test('a district is served by offers for it and by offers for the whole city, not by those for others', async () => {
  const { found } = await search({ district: 1, type: 'sasiedzkie-uslugi-opiekuncze' })
  assert.deepEqual(found[0]?.offers.map(({ districts }) => districts.length).sort(), [0, 4])
  const elsewhere = await search({ district: 12, type: 'sasiedzkie-uslugi-opiekuncze' })
  assert.deepEqual(
    elsewhere.found[0]?.offers.map(({ districts }) => districts.length),
    [0],
  )
})

test('filters are cumulative: each narrows what the others left', async () => {
  const wide = await search({ group: 'older-people' })
  const narrow = await search({ group: 'older-people', area: 'SPORT_TOURISM' })
  assert.ok(narrow.found.length < wide.found.length)
  assert.ok(
    narrow.found.every(({ type }) => type.groups.includes('older-people') && type.areas.includes('SPORT_TOURISM')),
  )
})

test('what nobody offers leads to the nearest types instead of a dead end', async () => {
  const unknown = await search({ words: 'kwantowa chromodynamika' })
  assert.deepEqual(unknown.found, [])
  assert.ok(unknown.nearest.length > 0)
  const filtered = await search({ words: 'psychiatra', free: true, district: 3, group: 'refugees' })
  assert.ok(filtered.found.length > 0 || filtered.nearest.length > 0)
})

test('codes that nobody knows find nothing and break nothing', async () => {
  for (const query of [
    { group: 'x' },
    { area: "'; --" },
    { type: '../..' },
    { district: 99 },
  ] satisfies ServiceQuery[]) {
    assert.deepEqual((await search(query)).found, [])
  }
})

test('an offer knows its organisation, places with hours, phones and what it costs', async () => {
  const offer = await centre.work((tx) => findServiceBySlug(tx, 'uslugi-opiekuncze-w-domu'))
  assert.equal(offer?.organisation.slug, 'mopr')
  assert.equal(offer?.places.length, 3)
  assert.ok(offer?.places.every(({ schedules, district }) => schedules.length > 0 && district !== null))
  assert.equal(offer?.free, false)
  assert.equal(offer?.phones.length, 1)
  assert.ok(offer?.assured_date instanceof Temporal.PlainDate)
})

test('a shelter has no place, so that its address can leak nowhere', async () => {
  const offer = await centre.work((tx) => findServiceBySlug(tx, 'bezpieczny-dom'))
  assert.deepEqual(offer?.places, [])
})

test('what is read from a copy that lacks a change is used once and not remembered', async () => {
  const other = await aCentre(deps)
  const read = (behind: boolean) =>
    other.work((tx) => {
      if (behind) tx.mayLack = () => true
      return directoryIndex(tx)
    })
  const old = await read(true)
  assert.notEqual(await read(true), old)
  const current = await read(false)
  assert.notEqual(current, old)
  assert.equal(await read(true), current)
  forgetDirectory(other.id)
})

test('another centre sees none of it', async () => {
  const other = await aCentre(deps)
  await other.work(async (tx) => {
    assert.deepEqual(await listOffers(tx), [])
    assert.equal(await findServiceBySlug(tx, 'bezpieczny-dom'), undefined)
    assert.equal(await findOrganisationBySlug(tx, 'mopr'), undefined)
    assert.deepEqual(await searchServices(tx, { words: 'opieka' }), { found: [], nearest: [] })
  })
  forgetDirectory(other.id)
})
