import { randomBytes } from 'node:crypto'
import {
  type Connection,
  connectionTo,
  createDatabase,
  type ServerAccess,
  withClient,
} from '#platform/postgres/roles.ts'

export const serverVariable = 'SPLOT_TEST_SERVER'
/** Other names are given by the run that takes one guard away at a time. */
export const template = process.env['SPLOT_TEST_TEMPLATE'] ?? 'splot_template'

export interface TestDatabase {
  app: Connection
  owner: Connection
  superuser: Connection
  backup: Connection
}

/** The migrated database that all test files share: make your own municipality in it. */
export function testDatabase(): TestDatabase {
  return connections(process.env['SPLOT_TEST_DATABASE'] ?? 'splot')
}

/** A migrated and otherwise empty database of one's own, for a test that changes what all can see. */
export async function cloneDatabase(): Promise<TestDatabase & { drop(): Promise<void> }> {
  return makeDatabase(template)
}

/** A database without any table. */
export async function emptyDatabase(): Promise<TestDatabase & { drop(): Promise<void> }> {
  return makeDatabase()
}

async function makeDatabase(source?: string): Promise<TestDatabase & { drop(): Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = connectionTo(testServer(), 'postgres', 'postgres')
  await withClient(admin, (client) => createDatabase(client, name, source))
  const drop = () =>
    withClient(admin, async (client) => void (await client.query(`drop database ${name} with (force)`)))
  return { ...connections(name), drop }
}

function connections(name: string): TestDatabase {
  const server = testServer()
  return {
    app: connectionTo(server, 'splot_app', name),
    owner: connectionTo(server, 'splot_owner', name),
    superuser: connectionTo(server, 'postgres', name),
    backup: connectionTo(server, 'splot_backup', name),
  }
}

function testServer(): ServerAccess {
  const given = process.env[serverVariable]
  if (!given) throw new Error('There is no test database: run the tests by npm test (npm test -- src/one.test.ts).')
  return JSON.parse(given) as ServerAccess
}
