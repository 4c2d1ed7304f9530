import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openWorld, tryAs, tryTraps } from './trap.ts'

/** Trap 18: what a copy of all tables would hold, made by which role. */
const world = await openWorld()

/** COPY isn't taken apart here: what it writes is what the same role selects. */
const copied = async (role: string, rowSecurity: 'on' | 'off'): Promise<(number | string)[]> => {
  await world.superuser.query(`set local row_security = ${rowSecurity}`)
  const found: (number | string)[] = []
  for (const table of world.tables) {
    const outcome = await tryAs(world, undefined, `select from "${table}"`, role)
    found.push('rows' in outcome ? outcome.rows : outcome.refused)
  }
  await world.superuser.query('set local row_security = on')
  return found
}

tryTraps(world, [
  {
    number: 18,
    fact: 'the role that serves can’t make an empty dump by mistake',
    leaks: async () => (await copied('splot_app', 'off')).filter((found) => found !== '42501'),
    remove: 'alter role splot_app bypassrls',
  },
  {
    number: 18,
    fact: 'a role that bypasses row-level security copies every row',
    leaks: async () => {
      await world.superuser.query('create role dumping in role pg_read_all_data; alter role dumping bypassrls')
      return (await copied('dumping', 'off')).filter((found) => found !== 2)
    },
    remove: 'delete from form_draft',
  },
])

test('trap 18, what it is about: with row_security on the dump of every table is empty and no error', async () => {
  await world.superuser.query('begin')
  const found = await copied('splot_app', 'on')
  await world.superuser.query('rollback')
  assert.ok(found.every((rows) => rows === 0 || rows === '42501'))
  assert.ok(found.filter((rows) => rows === 0).length > 40)
})
