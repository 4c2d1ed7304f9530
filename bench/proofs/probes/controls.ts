import type { Party } from './run.ts'
import { attempt } from './run.ts'
import { sumsOf } from './marks.ts'
import type { Centre, TwoCentres } from './two-centres.ts'
import { addressTries, queryTries } from './tries.ts'

/** Leaks put in on purpose, each found or not by the same probes: what can't fail proves nothing. */
export async function plantedLeaks(
  two: TwoCentres,
  sides: readonly [Party['side'], Party['side']],
): Promise<{ planted: number; found: number }> {
  const [first, second] = two.centres
  const from: Party = { own: second, side: sides[1] }
  const at: Party = { own: first, side: sides[0] }
  const results = [await copiedRow(two, from, at), await touchedRow(two, first), await wrongHost(two, from, at)]
  for (const [index, found] of results.entries()) if (!found) console.log(`planted leak ${index + 1} was not found`)
  return { planted: results.length, found: results.filter(Boolean).length }
}

/** A report of the first centre stands in the second too, under the same id, as a loose policy would let it. */
async function copiedRow(two: TwoCentres, from: Party, at: Party): Promise<boolean> {
  const [id] = at.side.ids.get('need_report.id')!
  await two.superuser(async (client) => {
    await client.query('create temporary table leaked as select * from need_report where id = $1', [id])
    // The oldest open one stands first in the list.
    await client.query(`update leaked set tenant_id = $1, state = 'new', outcome = null, received_at = '2020-01-01'`, [
      from.own.tenantId,
    ])
    await client.query(
      'set session_replication_role = replica; insert into need_report overriding user value select * from leaked',
    )
  })
  const people = ['front-desk', 'director'] as const
  const addresses = await attempt('control', addressTries(two.app, from.side, at.side, [...people]), from, at)
  const lists = await attempt(
    'control',
    queryTries(two.app, from.side, { ...at.side, words: [] }, [...people]),
    from,
    at,
  )
  return addresses.leaks.some((leak) => leak.includes(id!)) && lists.leaks.some((leak) => leak.includes('mark'))
}

/** One letter of one row changes. */
async function touchedRow(two: TwoCentres, centre: Centre): Promise<boolean> {
  return two.superuser(async (client) => {
    const before = await sumsOf(client, centre.tenantId)
    await client.query("update person set contact_note = coalesce(contact_note, '') || '.' where tenant_id = $1", [
      centre.tenantId,
    ])
    const after = await sumsOf(client, centre.tenantId)
    return before.get('person') !== after.get('person') && before.get('plan') === after.get('plan')
  })
}

/** The host of the second centre leads to the first. */
async function wrongHost(two: TwoCentres, from: Party, at: Party): Promise<boolean> {
  const move = (host: string, tenantId: string) =>
    two.superuser((client) => client.query('update tenant_host set tenant_id = $2 where host = $1', [host, tenantId]))
  await move(from.own.host, at.own.tenantId)
  two.site.deps.tenants.forget()
  const found = await attempt('control', queryTries(two.app, from.side, at.side, ['nobody']), from, at)
  await move(from.own.host, from.own.tenantId)
  two.site.deps.tenants.forget()
  return found.leaks.some((leak) => leak.includes('mark'))
}
