import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  begin,
  configure,
  ownPath,
  settingsOf,
  settingsPath,
  signInThere,
  withRealProvider,
} from '#test/office-accounts.ts'

test('the settings say what is wrong with them, and never show the secret again', async () => {
  const { place, provider } = await withRealProvider()
  const { browser } = await place.signedIn('administrator')
  const page = await browser.get(settingsPath)
  assert.ok(!page.text.includes(provider.clientSecret))
  assert.ok(page.text.includes(`http://${place.centre.host}/logowanie/konto-urzedu/powrot`))
  for (const issuer of [
    '',
    'ftp://a.example',
    'http://login.example',
    'https://a:b@login.example',
    'https://login.example/?x#y',
  ]) {
    const answer = await browser.submit(settingsPath, { ...settingsOf(provider), issuer })
    assert.equal(answer.status, 422, issuer)
    assert.match(answer.text, /href="#issuer">Wpisz adres/)
  }
  const acr = await browser.submit(settingsPath, { ...settingsOf(provider), 'second-factor': 'acr' })
  assert.match(acr.text, /href="#acr">Wpisz poziom/)
  const stale = await browser.submit(settingsPath, { ...settingsOf(provider), version: '7' })
  assert.match(stale.text, /Ktoś zmienił te ustawienia/)
  const kept = await browser.submit(settingsPath, { ...settingsOf(provider), 'client-secret': '', name: 'Starostwo' })
  assert.equal(kept.status, 303)
  provider.someone.now = { sub: 'nobody' }
  assert.match((await signInThere(place)).answer.text, /nie jest z niczym połączone/, 'the secret still works')
  const stored = await place.centre.work((tx) =>
    tx.db.selectFrom('identity_provider').selectAll().where('tenant_id', '=', tx.tenantId).executeTakeFirstOrThrow(),
  )
  assert.ok(!stored.client_secret.toString('latin1').includes(provider.clientSecret))
})

test('switched off, it is neither offered nor used', async () => {
  const { place, provider } = await withRealProvider()
  assert.equal((await configure(place, provider, { state: 'off' })).status, 303)
  assert.doesNotMatch((await place.visitor().get('/logowanie')).text, /Zaloguj się kontem/)
  assert.equal((await place.visitor().get(begin)).status, 422)
  const { browser } = await place.signedIn('front-desk')
  assert.equal((await browser.post(ownPath)).status, 404)
})
