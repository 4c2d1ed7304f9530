import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#platform/migrate.ts'
import { connectionTo, createDatabase, prepareDatabase, withClient } from '#platform/postgres/roles.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/postgres/start.ts'
import { serverVariable, template } from './database.ts'

let folder = ''
let server: EmbeddedPostgres | undefined

/** One PostgreSQL for the whole run; its safety at power loss is given up for speed. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** Called by node:test before the first file. The test files' own processes find the server by the environment. */
export async function globalSetup(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'splot-test-'))
  await chmod(folder, 0o711)
  server = await startEmbeddedPostgres({ dataDir: folder, settings })
  await prepareDatabase(server)
  const admin = connectionTo(server, 'postgres', 'postgres')
  await withClient(admin, (client) => createDatabase(client, template))
  await withClient(connectionTo(server, 'splot_owner', template), (client) => migrate(client))
  await withClient(admin, async (client) => {
    await client.query('drop database splot')
    await createDatabase(client, 'splot', template)
  })
  const { host, port, passwords } = server
  process.env[serverVariable] = JSON.stringify({ host, port, passwords })
}

export async function globalTeardown(): Promise<void> {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
}
