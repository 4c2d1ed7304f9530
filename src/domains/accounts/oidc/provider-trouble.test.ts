import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorOf, refusalsOf } from '#test/accounts-site.ts'
import { somebodyWaits } from '#test/answers.ts'
import { aForger } from '#test/identity-provider.ts'
import { aPlace, begin, opened } from '#test/office-accounts.ts'
import { eventsIn } from '#test/support.ts'
import { saveProvider } from './change-provider.ts'
import type { ProviderForm } from './provider-form.ts'

const settings: ProviderForm = {
  name: 'Urząd Miasta',
  issuer: 'http://127.0.0.1:1',
  'client-id': 'splot',
  'client-secret': 'a secret',
  'matching-claim': 'none',
  'second-factor': 'own-code',
  acr: '',
  state: 'off',
  version: 0,
}

/** A place whose administrator saves settings, with an issuer that says what it is told to. */
async function withAdministrator() {
  const forger = await aForger()
  opened.push(forger)
  const place = await aPlace()
  const administrator = actorOf(await place.person('administrator'), 'administrator')
  const save = (form: Partial<ProviderForm>) =>
    place.centre.work((tx) => saveProvider(tx, place.deps, { ...settings, ...form }), administrator)
  const { issuer, clientId, clientSecret } = forger
  const answering = { issuer, 'client-id': clientId, 'client-secret': clientSecret, state: 'on' } as const
  return { place, forger, administrator, save, answering }
}

test('of two who save the first settings at the same time, one does, and the other is told', async () => {
  const { place, administrator, save } = await withAdministrator()
  const [first, second] = await place.centre.work(async (tx) => {
    const saved = await saveProvider(tx, place.deps, settings)
    // The other sees no settings yet, and can't go on before this transaction ends.
    const late = save({ name: 'Starostwo' })
    await somebodyWaits('insert into "identity_provider"')
    return [saved, { late }]
  }, administrator)
  assert.equal(first, undefined)
  assert.equal(await second?.late, 'changed-meanwhile')
})

test('settings that somebody changed meanwhile are not even tried out', async () => {
  const { place, save } = await withAdministrator()
  assert.equal(await save({}), undefined)
  assert.equal((await place.centre.work(eventsIn)).at(-1), 'identity-provider.changed')
  assert.equal(await save({ state: 'on', version: 1 }), 'unreachable')
  assert.equal(await save({ state: 'on', version: 7 }), 'changed-meanwhile')
  assert.equal(await save({ state: 'on', version: 0 }), 'changed-meanwhile')
})

test('who comes back while the office doesn’t answer, or signs by a key that it doesn’t show, is told apart', async () => {
  const { place, forger, save, answering } = await withAdministrator()
  assert.equal(await save(answering), undefined)
  const comeBack = async () => {
    const visitor = place.visitor()
    const asked = new URL((await visitor.get(begin)).location).searchParams
    return { asked, back: () => visitor.get(`${begin}/powrot?code=forged&state=${asked.get('state')}`) }
  }
  const unknownKey = await comeBack()
  forger.forgery = { signature: 'unknown-key', claims: { nonce: unknownKey.asked.get('nonce') } }
  assert.equal((await unknownKey.back()).status, 422)
  const silent = await comeBack()
  await forger.stop()
  assert.equal((await silent.back()).status, 422)
  assert.deepEqual(await refusalsOf(place), ['wrong-signature', 'unreachable'])
})
