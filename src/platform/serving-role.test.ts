import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { withClient } from './postgres/roles.ts'
import { assertServingRole, type RoleRefusal, whyNotServe } from './serving-role.ts'

async function refusalFor(attributes: string, grants = ''): Promise<RoleRefusal | undefined> {
  const role = `role_${randomBytes(6).toString('hex')}`
  return withClient(testDatabase().superuser, async (client) => {
    await client.query('begin')
    await client.query(`create role ${role} ${attributes}`)
    if (grants) await client.query(grants.replaceAll('$role', role))
    await client.query(`set local role ${role}`)
    const refusal = await whyNotServe(client)
    await client.query('rollback')
    return refusal
  })
}

test('splot_app may serve', () => withClient(testDatabase().app, assertServingRole))

test('the owner may not serve, and is told which setting to correct', async () => {
  await assert.rejects(withClient(testDatabase().owner, assertServingRole), /splot_owner: it owns.*DATABASE_URL/)
})

test('a superuser may not serve', async () => {
  assert.equal(await withClient(testDatabase().superuser, whyNotServe), 'superuser')
})

test('a role that bypasses row-level security, makes roles, makes tables or belongs to the owner may not serve', async () => {
  assert.equal(await refusalFor('bypassrls'), 'bypasses-rls')
  assert.equal(await refusalFor('createrole'), 'makes-roles')
  assert.equal(await refusalFor('', 'grant splot_owner to $role'), 'owner')
  assert.equal(await refusalFor('', 'grant create on schema public to $role'), 'makes-objects')
  assert.equal(await refusalFor(''), undefined)
})

test('a role that replicates, or reads all tables, the server’s files or others’ queries, may not serve', async () => {
  assert.equal(await refusalFor('replication'), 'replicates')
  for (const predefined of ['pg_read_all_data', 'pg_write_all_data', 'pg_read_server_files', 'pg_monitor']) {
    assert.equal(await refusalFor('', `grant ${predefined} to $role`), 'predefined', predefined)
  }
})
