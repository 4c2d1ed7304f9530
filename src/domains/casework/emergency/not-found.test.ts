import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAssignedApplication, aPlanTown, personOf, type PlanTown } from '#test/plan-builders.ts'
import { eventsIn } from '#test/support.ts'

async function restrict(town: PlanTown, application: string): Promise<void> {
  const personId = await personOf(town, application)
  await town.inTenant(async (tx) => {
    await tx.db
      .insertInto('person_restriction')
      .values({
        tenant_id: tx.tenantId,
        person_id: personId,
        reason: 'violence',
        note: '',
        viewer_ids: [town.coordinatorAccount.id],
        changed_by: town.coordinatorAccount.id,
        changed_at: tx.now,
      })
      .execute()
  })
}

test('what is not found offers the same two ways on, whether it is nobody’s, restricted, or another worker’s', async () => {
  const town = await aPlanTown()
  const notMine = await anAssignedApplication(town)
  const restricted = await anAssignedApplication(town)
  await restrict(town, restricted)
  const nothing = crypto.randomUUID()
  const other = town.staff(['plan-coordinator'], await town.account('Ewa Zastępcza', 'plan-coordinator'))
  const shown = async (path: string, id: string) => {
    const { status, text } = await other.get(path.replace(':id', id))
    const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
    return { status, main: main.replaceAll(id, 'ID').replaceAll(/name="_key" value="[^"]*"/g, '') }
  }
  for (const path of ['/praca/wnioski/:id', '/praca/dostep-awaryjny?sprawa=:id']) {
    const mine = await shown(path, notMine)
    assert.match(mine.main, /href="tel:/, 'who cannot or need not open it can call')
    assert.match(mine.main, /Nie każdą sprawę da się tak otworzyć/)
    assert.deepEqual(await shown(path, nothing), mine)
    assert.deepEqual(await shown(path, restricted), mine)
  }
  const tries = (await town.inTenant(eventsIn)).filter((event) => event === 'emergency-attempt.read').length
  const glass = { purpose: 'child', reason: 'Muszę zobaczyć, co się dzieje.' }
  assert.equal((await other.submit(`/praca/dostep-awaryjny?sprawa=${restricted}`, glass)).status, 409)
  const events = await town.inTenant(eventsIn)
  assert.equal(
    events.filter((event) => event === 'emergency-attempt.read').length,
    tries + 1,
    'that it was tried stays',
  )
})
