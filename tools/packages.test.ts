import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { isAllowed, isFor, platforms, runtimePackages } from './packages.ts'
import { billOfMaterials } from './sbom.ts'

const root = new URL('..', import.meta.url)
const packages = runtimePackages()

for (const platform of platforms) {
  test(`on ${Object.values(platform).join(' ')} Splot runs on at most 80 packages in all`, () => {
    const here = packages.filter((one) => isFor(one, platform))
    assert.ok(here.length > 20, 'the lock was read')
    assert.ok(here.length <= 80, here.map(({ name }) => name).join(', '))
  })
}

test('every package may be given away with a product under EUPL-1.2', () => {
  assert.deepEqual(
    packages.filter(({ licence }) => !isAllowed(licence)).map(({ name, licence }) => `${name}: ${licence}`),
    [],
  )
})

test('a licence that binds others is not allowed, nor one that nobody named', () => {
  assert.ok(isAllowed('(MIT OR GPL-3.0)'))
  for (const licence of ['GPL-3.0', 'MIT AND AGPL-3.0', 'unknown']) assert.ok(!isAllowed(licence), licence)
})

test('no script of a package runs at install, so none can be needed', () => {
  assert.match(readFileSync(new URL('.npmrc', root), 'utf8'), /^ignore-scripts=true$/m)
})

test('the list of parts is CycloneDX, names every package and none that only developers need', () => {
  const { bomFormat, components, dependencies } = billOfMaterials()
  assert.equal(bomFormat, 'CycloneDX')
  const told = (list: { name: string; version: string }[]) => list.map((one) => `${one.name} ${one.version}`)
  assert.deepEqual(new Set(told(components)), new Set(told(packages)))
  assert.ok(dependencies.some(({ ref, dependsOn }) => ref.startsWith('pg@') && dependsOn.length > 3))
})
