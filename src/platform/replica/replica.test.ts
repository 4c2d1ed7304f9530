import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { aCentre, testDeps } from '#test/support.ts'
import { anonymous } from '../actor.ts'
import { openDatabase } from '../db.ts'
import { createLog } from '../log.ts'
import { openReplica } from './replica.ts'

const database = testDatabase()
const deps = await testDeps()
const centre = await aCentre(deps)
const context = { tenantId: centre.id, requestId: 'test', now: deps.now(), actor: anonymous }

/** Reads twice; gives how often the work was run and what the log says. */
async function readTwice(connection: object): Promise<{ ran: number; said: string[] }> {
  const said: string[] = []
  const log = createLog('warn', { write: (line: string) => void said.push(line) })
  const replica = openReplica({ connection, primary: deps.database, log })
  let ran = 0
  const read = () => replica.read(context, undefined, async () => void (ran += 1))
  assert.equal(await read(), false)
  assert.equal(await read(), false)
  await replica.close()
  return { ran, said }
}

const nowhere = { host: '127.0.0.1', port: 1 }

const refused: [string, object, RegExp][] = [
  ['a server that is no copy, such as the primary itself', database.app, /leads to a server that is no replica/],
  ['a role that may do more than serve', database.superuser, /doesn't serve as the role postgres: it is a superuser/],
  ['a server that is away', nowhere, /ECONNREFUSED/],
]

for (const [what, connection, reason] of refused) {
  test(`nothing is read from ${what}, and that is logged once`, async () => {
    const { ran, said } = await readTwice(connection)
    assert.equal(ran, 0)
    assert.equal(said.length, 1)
    assert.match(said[0]!, reason)
  })
}

test('nothing is read from a copy while the primary does not say how far it is', async () => {
  const log = createLog('silent')
  const primary = openDatabase({ connection: nowhere, log })
  const replica = openReplica({ connection: database.app, primary, log })
  assert.equal(await replica.read(context, undefined, async () => undefined), false)
  await Promise.all([replica.close(), primary.close()])
})
