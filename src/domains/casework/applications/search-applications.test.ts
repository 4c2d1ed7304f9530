import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAssignedApplication, aPlanTown } from '#test/plan-builders.ts'

const town = await aPlanTown()
await anAssignedApplication(town, { familyName: 'Szukana' })
await anAssignedApplication(town, { familyName: 'Pomijana' })

test('a search by name leads to an address without the name, which finds the same again', async () => {
  const sent = await town.coordinator.post('/praca/wnioski', { szukaj: 'Szukana', stan: 'open' })
  assert.equal(sent.status, 303)
  assert.doesNotMatch(decodeURIComponent(sent.location), /Szukana/i)
  for (let time = 0; time < 2; time += 1) {
    const found = await town.coordinator.get(sent.location)
    assert.match(found.text, /Sabina Szukana/)
    assert.doesNotMatch(found.text, /Pomijana/)
    assert.match(found.text, /name="szukaj"[^>]*value="Szukana"/)
    const links = [...found.text.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, link]) => decodeURIComponent(link!))
    assert.deepEqual(
      links.filter((link) => /szukana/i.test(link)),
      [],
    )
  }
})

test('the address finds nothing for another person, nor on another day', async () => {
  const { location } = await town.coordinator.post('/praca/wnioski', { szukaj: 'Szukana', stan: 'open' })
  assert.match((await town.director.get(location)).text, /Pomijana/, 'the whole list, nothing was searched for')
  town.at('2026-11-24T09:00:00Z')
  assert.match((await town.coordinator.get(location)).text, /Pomijana/)
})

test('a name that is typed into the address is not searched for', async () => {
  assert.match((await town.coordinator.get('/praca/wnioski?szukaj=Szukana')).text, /Pomijana/)
})
