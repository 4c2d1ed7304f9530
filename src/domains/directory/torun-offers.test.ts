import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const SEED = new URL('../../../db/seed/torun/', import.meta.url)
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, SEED), 'utf8'))

interface Sample {
  slug: string
  sample: boolean
}
interface Place extends Sample {
  district: number
}
interface Offer extends Sample {
  type: string
  phones: { number: string }[]
  email: string
}
const { organisations } = read('organisations.json') as { organisations: (Sample & { kind: string })[] }
const { places } = read('places.json') as { places: Place[] }
const { services } = read('services.json') as { services: Offer[] }

test('there are 42 organisations of the four kinds, 60 places in all 13 districts and 150 offers', () => {
  assert.deepEqual([organisations.length, places.length, services.length], [42, 60, 150])
  assert.equal(new Set(organisations.map(({ kind }) => kind)).size, 4)
  assert.equal(new Set(places.map(({ district }) => district)).size, 13)
})

test('everything invented is marked as a sample, and no phone or address could be real', () => {
  assert.ok([...organisations, ...places, ...services].every(({ sample }) => sample))
  for (const { phones, email } of services) {
    assert.ok(phones.every(({ number }) => number.startsWith('56 000 ')))
    assert.match(email, /\.example$/)
  }
})

test('ten service types have no offer, so that a gap can be seen', () => {
  assert.equal(new Set(services.map(({ type }) => type)).size, 114)
})
