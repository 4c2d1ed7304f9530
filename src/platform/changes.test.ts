import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { asSuperuser } from '#test/support.ts'
import { testDatabase } from '#test/database.ts'
import { changeChannel, openChangeFeed } from './changes.ts'
import { createLog } from './log.ts'

const database = testDatabase()
const name = 'the feed that this test breaks'
const feed = openChangeFeed({ ...database.app, application_name: name }, createLog('silent'))
after(() => feed.stop())

const heard: (string | undefined)[] = []
feed.listen('directory', (change) => void heard.push(change?.tenantId))
const listens = new Promise((resolve) => feed.listen('directory', resolve))

test('whoever asked to hear all has heard of every change that was committed before', async () => {
  await listens
  await asSuperuser(database, async (client) => {
    for (let round = 0; round < 300; round += 1) {
      await client.query('select pg_notify($1, $2)', [changeChannel, `centre-${round} directory`])
      await feed.hearAll()
      assert.equal(heard.at(-1), `centre-${round}`)
    }
  })
})

test('a feed that has lost its connection says that changes may have been missed', async () => {
  await feed.hearAll()
  heard.length = 0
  await asSuperuser(database, (client) =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [name]),
  )
  await feed.hearAll()
  assert.deepEqual(new Set(heard), new Set([undefined]))
})

test('a feed that reaches no database says so each time', async () => {
  const away = openChangeFeed({ host: '127.0.0.1', port: 1 }, createLog('silent'))
  let missed = 0
  away.listen('directory', () => void (missed += 1))
  await away.hearAll()
  await away.hearAll()
  assert.equal(missed, 2)
  await away.stop()
})
