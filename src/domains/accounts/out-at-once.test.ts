import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountsSite, aWorkplace, type Workplace } from '#test/accounts-site.ts'
import { Visitor } from '#test/support.ts'

/**
 * Nothing is remembered of a person between requests: not in a page that is kept, not in another process behind the
 * same address. So nobody has five seconds left.
 */
async function behindTwoProcesses(place: Workplace): Promise<{ here: Visitor; there: Visitor }> {
  const { browser } = await place.signedIn('data-protection-officer', 'Irena Odchodząca')
  const there = new Visitor(accountsSite(place.deps), place.centre.host)
  for (const [name, value] of browser.cookies) there.cookies.set(name, value)
  for (const visitor of [browser, there]) {
    for (const path of ['/', '/uslugi', '/pomoc']) for (let times = 0; times < 3; times += 1) await visitor.get(path)
    assert.equal((await visitor.get('/praca/audyt')).status, 200)
  }
  return { here: browser, there }
}

const personId = async ({ centre }: Workplace): Promise<string> => {
  const { id } = await centre.work((tx) =>
    tx.db
      .selectFrom('account')
      .select('id')
      .where('tenant_id', '=', tx.tenantId)
      .where('name', '=', 'Irena Odchodząca')
      .executeTakeFirstOrThrow(),
  )
  return id
}

for (const [how, button, status] of [
  ['a disabled account', 'Wyłącz konto', 303],
  ['a role that has ended', 'Zakończ dziś', 403],
] as const) {
  test(`${how} is out with the next request, in every process, and no kept page knows them`, async () => {
    const place = await aWorkplace()
    const { here, there } = await behindTwoProcesses(place)
    const { browser: admin } = await place.signedIn('administrator')
    assert.equal((await admin.submit(`/praca/konta/${await personId(place)}`, {}, button)).status, 303)
    const answered = performance.now()
    for (const visitor of [here, there]) {
      assert.equal((await visitor.get('/praca/audyt')).status, status)
      assert.equal((await visitor.get('/praca/audyt', { 'if-none-match': '"x"' })).status, status)
      for (const path of ['/', '/uslugi', '/pomoc']) {
        assert.doesNotMatch((await visitor.get(path)).text, /Irena|splot-header--staff/, path)
      }
    }
    assert.ok(performance.now() - answered < 5000)
    if (status === 303) assert.equal((await here.post('/praca/echo/powazne', { a: 'b' })).status, 303)
  })
}

test('a session whose end is set by hand in the database is over in every process too', async () => {
  const place = await aWorkplace()
  const { here, there } = await behindTwoProcesses(place)
  await place.centre.work((tx) => tx.db.deleteFrom('session').where('tenant_id', '=', tx.tenantId).execute())
  for (const visitor of [here, there]) assert.equal((await visitor.get('/praca')).status, 303)
})
