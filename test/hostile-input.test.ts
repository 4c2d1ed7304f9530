import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createLog } from '#platform/log.ts'
import { openCity } from './hostile/city.ts'
import { Random } from './hostile/random.ts'
import { sendManyRaw } from './hostile/raw.ts'
import { emptyTally, sendMany } from './hostile/send.ts'

/**
 * Every form and every address of the whole program, found by following its links as each person, is sent what nobody
 * should send. The answer may be anything but a failure of ours. `npm run prove -- requests` sends a million.
 */
const city = await openCity()
const { site, routes } = city
after(() => site.stop())

const logged: string[] = []
site.deps.log = createLog('error', { write: (line: string) => void logged.push(line) })
const said = () => logged.splice(0).join('')

test('there are forms to try, and pages behind every kind of id', () => {
  const posts = routes.filter(({ method }) => method === 'POST')
  const withForms = posts.filter(({ forms }) => forms.length > 0)
  assert.ok(withForms.length >= 25, withForms.map(({ path }) => path).join('\n'))
  const reads = routes.filter(({ method, path }) => method === 'GET' && path.includes(':'))
  const unseen = reads.filter(({ seen }) => seen.length === 0).map(({ path }) => path)
  assert.deepEqual(unseen, [])
})

test('no request fails, whatever stands in it', async () => {
  const tally = await sendMany(city, { seed: 7, count: 2000, said })
  assert.deepEqual(tally.failures, [])
  const asked = Object.keys(tally.routes).length
  assert.deepEqual(
    routes.map(({ method, path }) => `${method} ${path}`).filter((route) => !(route in tally.routes)),
    [],
  )
  console.log(`hostile input: ${tally.sent} requests over ${asked} routes, 0 failures`)
})

test('bytes that are no request get no failure, and no part of them is taken for another request', async () => {
  const tally = emptyTally()
  await sendManyRaw(Number(new URL(site.address).port), new Random(11), 800, tally)
  assert.deepEqual(tally.failures, [])
  assert.deepEqual(tally.smuggled, [])
  assert.ok((tally.statuses[400] ?? 0) > 200)
})

test('a request without a host to be read is refused', async () => {
  const nobody = city.world.people.get('nobody')!
  for (const host of ['', 'a b', '[::1', 'localhost:99999']) {
    assert.equal((await nobody.get('/logowanie', { host })).status, 400, host)
  }
  assert.equal(said(), '')
})
