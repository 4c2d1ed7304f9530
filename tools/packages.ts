import { readFileSync } from 'node:fs'

/** A package that Splot runs with, as package-lock.json holds it. */
export interface Package {
  name: string
  version: string
  licence: string
  os: string[] | undefined
  cpu: string[] | undefined
  libc: string[] | undefined
}

interface Locked {
  name?: string
  version: string
  license?: string
  dev?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
}

/** The kinds of machine that the lock holds binaries for. */
export const platforms = [
  { os: 'linux', cpu: 'x64', libc: 'glibc' },
  { os: 'linux', cpu: 'x64', libc: 'musl' },
  { os: 'linux', cpu: 'arm64', libc: 'glibc' },
  { os: 'darwin', cpu: 'arm64' },
  { os: 'darwin', cpu: 'x64' },
  { os: 'win32', cpu: 'x64' },
] as const
export type Platform = (typeof platforms)[number]

/** Licences that a product under EUPL-1.2 may be given away with; a package of another one fails the tests. */
export const allowedLicences = [
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'PostgreSQL',
  'OFL-1.1',
]

/** All that is installed to run Splot, direct and pulled in, on any machine; not what only its developers need. */
export function runtimePackages(): Package[] {
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
    packages: Record<string, Locked>
  }
  return Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, locked]) => ({
      name: locked.name ?? path.replace(/^.*node_modules\//, ''),
      version: locked.version,
      licence: locked.license ?? 'unknown',
      os: locked.os,
      cpu: locked.cpu,
      libc: locked.libc,
    }))
}

export function isFor(one: Package, platform: Platform): boolean {
  const fits = (list: string[] | undefined, value: string | undefined) =>
    list === undefined || value === undefined || list.includes(value)
  return (
    fits(one.os, platform.os) &&
    fits(one.cpu, platform.cpu) &&
    fits(one.libc, 'libc' in platform ? platform.libc : undefined)
  )
}

/** Every word of an SPDX expression such as `(MIT AND Zlib)` must be allowed; of an `OR` one is enough. */
export function isAllowed(licence: string): boolean {
  const alternatives = licence.replaceAll(/[()]/g, '').split(' OR ')
  return alternatives.some((all) => all.split(' AND ').every((one) => allowedLicences.includes(one.trim())))
}

function sayPackages(): void {
  const packages = runtimePackages().toSorted((a, b) => (a.name < b.name ? -1 : 1))
  for (const { name, version, licence } of packages) console.log(`${licence.padEnd(14)} ${name} ${version}`)
  console.log()
  for (const platform of platforms) {
    const here = packages.filter((one) => isFor(one, platform))
    console.log(`${Object.values(platform).join(' ')}: ${here.length} runtime packages`)
  }
}

if (import.meta.main) sayPackages()
