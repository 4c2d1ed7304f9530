import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesTenant } from './statements.ts'

const check = namesTenant(['person', 'plan'])

test('a statement on a tenant table that names its tenant passes', () => {
  check('select "id" from "person" where "tenant_id" = $1')
  check('select "slug" from "tenant"')
  check('select "id" from "person_archive"')
})

test('a statement on a tenant table that forgets its tenant is caught', () => {
  for (const statement of [
    'select * from "person" where "id" = $1',
    'update "plan" set "state" = $1',
    'delete from plan where id = $1',
    'select 1 from "tenant" inner join "person" on true',
  ]) {
    assert.throws(() => check(statement), /doesn't name its tenant/)
  }
})
