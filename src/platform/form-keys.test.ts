import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCentre, testDeps } from '#test/support.ts'
import type { Actor } from './actor.ts'
import { saveDraft } from './drafts.ts'
import { claimFormKey, keepLocation, newFormKey } from './form-keys.ts'

const deps = await testDeps()
const someone: Actor = { kind: 'anonymous' }

test('a key is claimed once; the second claim is led to where the first one led', async () => {
  const centre = await aCentre(deps)
  const key = newFormKey()
  await centre.work(async (tx) => {
    assert.deepEqual(await claimFormKey(tx, key, 'form'), { first: true })
    await keepLocation(tx, key, '/there')
  }, someone)
  const again = await centre.work((tx) => claimFormKey(tx, key, 'form'), someone)
  assert.deepEqual(again, { first: false, location: '/there' })
})

test('of twenty claims at the same moment one is first and all lead to the same place', async () => {
  const centre = await aCentre(deps)
  const key = newFormKey()
  const claims = await Promise.all(
    Array.from({ length: 20 }, () =>
      centre.work(async (tx) => {
        const claim = await claimFormKey(tx, key, 'form')
        if (claim.first) await keepLocation(tx, key, '/done')
        return claim
      }, someone),
    ),
  )
  assert.equal(claims.filter((claim) => claim.first).length, 1)
  assert.equal(claims.filter((claim) => 'location' in claim && claim.location === '/done').length, 19)
})

test('a key is free again when the work it was claimed for is undone', async () => {
  const centre = await aCentre(deps)
  const key = newFormKey()
  await assert.rejects(
    centre.work(async (tx) => {
      await claimFormKey(tx, key, 'form')
      throw new Error('undone')
    }, someone),
  )
  assert.deepEqual(await centre.work((tx) => claimFormKey(tx, key, 'form'), someone), { first: true })
})

test('a key of another form, of another person, or of no form at all is refused', async () => {
  const centre = await aCentre(deps)
  const key = newFormKey()
  await centre.work((tx) => claimFormKey(tx, key, 'form'), someone)
  const refused = { first: false, refused: 'not-a-form-key' }
  assert.deepEqual(await centre.work((tx) => claimFormKey(tx, key, 'other form'), someone), refused)
  assert.deepEqual(await centre.work((tx) => claimFormKey(tx, key, 'form')), refused)
  for (const odd of ['', 'short', `${key}x`, `${key.slice(1)} `]) {
    assert.deepEqual(await centre.work((tx) => claimFormKey(tx, odd, 'form'), someone), refused)
  }
})

test('the same key in two centres is two keys', async () => {
  const [one, other] = [await aCentre(deps), await aCentre(deps)]
  const key = newFormKey()
  for (const centre of [one, other]) {
    assert.deepEqual(await centre.work((tx) => claimFormKey(tx, key, 'form'), someone), { first: true })
  }
})

test('where a form led is forgotten after a month, and an unfinished form with its last day', async () => {
  const own = await testDeps()
  const centre = await aCentre(own)
  const [earlier, later] = [newFormKey(), newFormKey()]
  await centre.work(async (tx) => {
    await claimFormKey(tx, earlier, 'form')
    await saveDraft(tx, 'a', 'form', { words: 'waits' })
  }, someone)
  own.clock.now = own.clock.now.add({ hours: 24 * 30 + 1 })
  const [keys, drafts] = await centre.work(async (tx) => {
    await claimFormKey(tx, later, 'form')
    await saveDraft(tx, 'b', 'form', { words: 'is new' })
    const rows = (table: 'form_submission' | 'form_draft') =>
      tx.db.selectFrom(table).selectAll().where('tenant_id', '=', tx.tenantId).execute()
    return [await rows('form_submission'), await rows('form_draft')]
  }, someone)
  assert.deepEqual([keys.length, drafts.length], [1, 1])
})
