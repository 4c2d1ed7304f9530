import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCentre, testDeps } from '#test/support.ts'
import { countAttempt, isFirstOverFull, type Measure } from './attempts.ts'

test('that a measure is full is told once in its time, whatever else was tried with it', async () => {
  const deps = await testDeps()
  const centre = await aCentre(deps)
  const address: Measure = { kind: 'try address', value: '192.0.2.1', most: 3, minutes: 15 }
  const of = (email: string): Measure[] => [address, { kind: 'try e-mail', value: email, most: 10, minutes: 15 }]
  const attempt = (email: string) =>
    centre.work(async (tx) => {
      if (await countAttempt(tx, deps.sealer, of(email))) return 'counted'
      return (await isFirstOverFull(tx, deps.sealer, of(email))) ? 'told' : 'silent'
    })
  const round = async () => {
    const answers = []
    for (let i = 0; i < 6; i += 1) answers.push(await attempt(`nobody${i}@cus.example.org`))
    return answers
  }
  const expected = ['counted', 'counted', 'counted', 'told', 'silent', 'silent']
  assert.deepEqual(await round(), expected)
  deps.clock.now = deps.now().add({ minutes: 16 })
  assert.deepEqual(await round(), expected, 'the next quarter of an hour begins anew')
})
