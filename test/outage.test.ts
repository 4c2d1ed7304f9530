import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { aWorkplace } from './accounts-site.ts'
import { someApplication } from './casework-builders.ts'
import { cloneDatabase } from './database.ts'
import { asSuperuser, formIn } from './support.ts'

/** The database goes away while people work, and comes back. */
const database = await cloneDatabase()
const { signedIn, visitor, deps } = await aWorkplace({ database })
after(async () => {
  await deps.database.close()
  await database.drop()
})

/** As after the crash of a server: nobody may connect, and who was connected is thrown out. */
async function connections(allowed: boolean): Promise<void> {
  const elsewhere = { ...database, superuser: { ...database.superuser, database: 'postgres' } }
  await asSuperuser(elsewhere, async (client) => {
    const { database: name } = database.superuser
    await client.query(`alter database ${name} connection limit ${allowed ? -1 : 0}`)
    if (!allowed)
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  })
}

const registered = () =>
  asSuperuser(database, async (client) => (await client.query('select from application')).rowCount)

test('while the database is away a page says so, and the form sent again afterwards is saved once', async () => {
  const { browser } = await signedIn('front-desk')
  const found = await browser.submit(
    '/praca/wnioski/nowy',
    { givenName: 'Halina', familyName: 'Przykładowa' },
    'szukaj',
  )
  const { action, hidden } = formIn(found.text)
  const typed = { ...hidden, ...someApplication }

  await connections(false)
  for (const answer of [await browser.post(action, typed), await visitor().get('/uslugi')]) {
    assert.equal(answer.status, 503)
    assert.equal(answer.headers.get('retry-after'), '5')
    assert.match(answer.text, /Chwilowa przerwa/)
  }

  await connections(true)
  const [first, second] = [await browser.post(action, typed), await browser.post(action, typed)]
  assert.equal(first.status, 303, first.text.slice(0, 300))
  assert.equal(second.location, first.location)
  assert.equal(await registered(), 1)
})
