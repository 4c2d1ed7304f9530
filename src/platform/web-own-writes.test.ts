import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Hono } from 'hono'
import { testDatabase } from '#test/database.ts'
import { aCentre, asSuperuser, testDeps, Visitor } from '#test/support.ts'
import { anonymous, type Actor } from './actor.ts'
import { changeChannel, openChangeFeed } from './changes.ts'
import { currentPosition, type LogPosition } from './replica/position.ts'
import { pageCache } from './web-cache.ts'
import { ownWrites } from './web-own-writes.ts'
import { pathWithoutLang, requestContext, tenantOfHost } from './web-request.ts'
import { receiveForm, sameOriginOnly } from './web-security.ts'
import { transaction } from './web-transaction.ts'
import { answerHtml, redirect, type Env } from './web.ts'

const deps = await testDeps()
const database = testDatabase()
const feed = openChangeFeed(database.app, deps.log)
after(() => feed.stop())
const listens = new Promise((resolve) => feed.listen('directory', resolve))

const clerk: Actor = { kind: 'staff', accountId: crypto.randomUUID(), name: 'A', roles: [], deputyRoles: [] }
const cookie = '__Host-written'

/** A form that is saved or refused, a page that is kept, and what the program knows of the browser's own writes. */
async function anApp(actor = clerk) {
  const centre = await aCentre(deps)
  let drawn = 0
  const seen: (LogPosition | 'unknown' | undefined)[] = []
  const app = new Hono<Env>({ getPath: pathWithoutLang })
  app.use(requestContext(deps), sameOriginOnly, receiveForm, ownWrites(deps, feed), tenantOfHost(deps))
  app.use('/kept', pageCache(feed).middleware)
  app.use(transaction(deps, async () => actor))
  app.get('/kept', (c) => answerHtml(c, String((drawn += 1)), 200))
  app.get('/seen', (c) => c.text(String(seen.push(c.get('written')))))
  app.post('/saved', (c) => redirect(c, '/thanks'))
  app.post('/refused', (c) => c.text('refused', 422))
  return { centre, seen, visitor: new Visitor(app, centre.host) }
}

test('who saved a form brings along how far the database was', async () => {
  const { visitor, seen } = await anApp()
  await visitor.get('/seen')
  const before = await currentPosition(deps.database)
  await visitor.post('/saved', {})
  const afterwards = await currentPosition(deps.database)
  await visitor.get('/seen')
  const [none, position] = seen
  assert.equal(none, undefined)
  assert.ok(typeof position === 'bigint' && position >= before && position <= afterwards)
})

test('a refused form leaves nothing in the browser, nor does a form of a resident', async () => {
  const { visitor } = await anApp()
  await visitor.post('/refused', {})
  assert.equal(visitor.cookies.has(cookie), false)
  const { visitor: resident } = await anApp(anonymous)
  await resident.post('/saved', {})
  assert.equal(resident.cookies.has(cookie), false)
})

test('what was made up, or sealed for something else, is taken for a write of unknown age', async () => {
  const { visitor, seen } = await anApp()
  for (const text of ['', '0/1', deps.sealer.seal('case', 'FF/FF').toString('base64url')]) {
    visitor.cookies.set(cookie, text)
    await visitor.get('/seen')
  }
  assert.deepEqual(seen, ['unknown', 'unknown', 'unknown'])
})

test('who wrote never gets a page that was kept before a change, though everyone else may for a moment', async () => {
  const { visitor, centre } = await anApp()
  await listens
  await visitor.post('/saved', {})
  const look = async () => (await visitor.get('/kept')).text
  await asSuperuser(database, async (client) => {
    for (let round = 0; round < 100; round += 1) {
      await look()
      const kept = await look()
      assert.equal(await look(), kept)
      await client.query('select pg_notify($1, $2)', [changeChannel, `${centre.id} directory`])
      assert.notEqual(await look(), kept)
    }
  })
})
