import assert from 'node:assert/strict'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { cloneDatabase, emptyDatabase } from '#test/database.ts'
import { openServer, reachServer } from './database-server.ts'
import { silentLog } from './log-sink.ts'
import { type Connection, withClient } from './postgres/roles.ts'

const addressOf = ({ host, port, database, user, password }: Connection) =>
  `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`

const remote = (app: Connection, owner?: Connection) => ({
  dataFolder: '/nonexistent',
  databaseUrl: addressOf(app),
  databaseOwnerUrl: owner && addressOf(owner),
})

test('an empty data folder becomes a migrated database to serve from; a command works beside it', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'splot-server-'))
  await chmod(dataFolder, 0o711)
  const config = { dataFolder, databaseUrl: undefined, databaseOwnerUrl: undefined }
  const server = await openServer(config, silentLog)
  assert.ok(server.migrated.length > 0)
  const beside = await reachServer(config, silentLog)
  assert.deepEqual(beside.app, server.app)
  assert.deepEqual(beside.migrated, [])
  await beside.stop()
  await withClient(server.app, (client) => client.query('select from tenant'))
  await server.stop()
  const afterwards = await reachServer(config, silentLog)
  await afterwards.stop()
  await rm(dataFolder, { recursive: true })
})

test('a server behind DATABASE_URL is migrated when the owner is known', async () => {
  const database = await emptyDatabase()
  const server = await openServer(remote(database.app, database.owner), silentLog)
  assert.ok(server.migrated.length > 0)
  assert.equal(server.embedded, false)
  await server.stop()
  assert.deepEqual((await openServer(remote(database.app), silentLog)).migrated, [])
  await database.drop()
})

test('a server that lacks migrations is refused when the owner is not known', async () => {
  const database = await emptyDatabase()
  await assert.rejects(openServer(remote(database.app), silentLog), /lacks \d+ migrations .*DATABASE_OWNER_URL/)
  await database.drop()
})

test('Splot does not start with the role of the owner', async () => {
  const database = await cloneDatabase()
  await assert.rejects(openServer(remote(database.owner), silentLog), /doesn't serve as the role splot_owner/)
  await database.drop()
})

test('a server that is still starting is waited for', async () => {
  const database = await cloneDatabase()
  const { database: name } = database.app
  const limit = (connections: number) =>
    withClient({ ...database.superuser, database: 'postgres' }, (client) =>
      client.query(`alter database ${name} connection limit ${connections}`),
    )
  await limit(0)
  const said: string[] = []
  const opening = openServer(remote(database.app), { ...silentLog, warn: (text) => void said.push(text) })
  while (said.length === 0) await sleep(10)
  await limit(-1)
  assert.deepEqual((await opening).migrated, [])
  assert.match(said[0]!, /does not answer yet/)
  await database.drop()
})

test('Splot does not start on a server whose statistics leak', async () => {
  const database = await cloneDatabase()
  const name = `"${database.app.database}"`
  // The name of the release as the server tells it: a function of the same name stands before the built-in one.
  await withClient(database.superuser, async (client) => {
    await client.query(`create schema elder; grant usage on schema elder to public`)
    await client.query(`create function elder.current_setting(text) returns text language sql immutable
      as $$ select case $1 when 'server_version_num' then '170005' else '17.5' end $$`)
    await client.query(`grant execute on function elder.current_setting(text) to public`)
    await client.query(`alter role splot_app in database ${name} set search_path = elder, pg_catalog, public`)
  })
  await assert.rejects(openServer(remote(database.app), silentLog), /PostgreSQL 17\.5: .*CVE-2025-8713/)
  await database.drop()
})
