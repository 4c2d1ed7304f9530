import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { runtimePackages } from './packages.ts'

interface Bom {
  bomFormat: string
  components: { 'bom-ref': string; name: string; version: string }[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

/**
 * The parts that Splot runs with, as CycloneDX (ECMA-424). npm writes the list of all packages; its own `--omit dev`
 * also drops what both we and a developer's tool need, so the development ones are taken out here.
 */
export function billOfMaterials(): Bom {
  const words = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx']
  const cwd = fileURLToPath(new URL('..', import.meta.url))
  const { status, stdout, stderr } = spawnSync('npm', words, { cwd, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status !== 0) throw new Error(`npm could not write the list: ${stderr}`)
  const bom = JSON.parse(stdout) as Bom
  const runtime = new Set(runtimePackages().map(({ name, version }) => `${name}@${version}`))
  const components = bom.components.filter(({ name, version }) => runtime.has(`${name}@${version}`))
  const refs = new Set(components.map((one) => one['bom-ref']))
  const dependencies = bom.dependencies
    .filter(({ ref }) => refs.has(ref) || ref.startsWith('splot@'))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }))
  return { ...bom, components, dependencies }
}

if (import.meta.main) console.log(JSON.stringify(billOfMaterials(), undefined, 2))
