import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { createSampleAccounts, readSampleAccounts } from '#domains/accounts/public.ts'
import { createApp } from '../../../src/app.tsx'
import { importCentre } from '../../../src/import-centre.ts'
import { buildWorld, type Person } from '../../../test/accessibility/world.ts'
import { openSite, type Site } from '../../../test/site.ts'
import { asSuperuser, Visitor } from '../../../test/support.ts'
import { plantMarks } from './marks.ts'

/** A centre with a life in it: its people, and a word that stands in every text of its tables and nowhere else. */
export interface Centre {
  tenantId: string
  host: string
  mark: string
  people: Map<Person, Visitor>
  /** Pages that no link leads to. */
  paths: { path: string; person: Person }[]
}

export interface TwoCentres {
  site: Site
  app: ReturnType<typeof createApp>
  centres: [Centre, Centre]
  marked: number
  superuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T>
  stop(): Promise<void>
}

const sample = fileURLToPath(new URL('../../../db/seed/torun', import.meta.url))
const hosts = ['torun.localhost', 'drugie.localhost'] as const
const marks = ['qzpierwsze', 'qzdrugie'] as const

/** The same city twice in one installation, each with its own people, cases and plans. */
export async function openTwoCentres(): Promise<TwoCentres> {
  const site = await openSite()
  const superuser = <T>(work: (client: pg.Client) => Promise<T>) => asSuperuser(site.database, work)
  const second = await importSecond(site)
  const tenants = [site.tenantId, second] as const
  // Before anyone acts, so that the audit is written with marked names.
  let marked = 0
  for (const [at, id] of tenants.entries()) marked += await superuser((client) => plantMarks(client, id, marks[at]!))
  const app = createApp(site.deps)
  const centres = [] as Centre[]
  for (const [at, tenantId] of tenants.entries()) centres.push(await live(site, app, tenantId, at))
  for (const { tenantId, mark } of centres) {
    marked += await superuser((client) => plantMarks(client, tenantId, mark))
  }
  site.deps.tenants.forget()
  return { site, app: createApp(site.deps), centres: centres as [Centre, Centre], marked, superuser, stop: site.stop }
}

async function importSecond(site: Site): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'splot-second-'))
  await cp(sample, folder, { recursive: true })
  const file = join(folder, 'centre.json')
  const centre = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
  await writeFile(file, JSON.stringify({ ...centre, slug: 'drugie', name: 'Drugie Centrum', hosts: [hosts[1]] }))
  const { tenantId } = await importCentre(site.database.owner, folder, site.deps.log)
  await rm(folder, { recursive: true })
  site.deps.tenants.forget()
  await createSampleAccounts(site.deps, tenantId)
  return tenantId
}

async function live(site: Site, app: TwoCentres['app'], tenantId: string, at: number): Promise<Centre> {
  const host = hosts[at]!
  const accounts = await readSampleAccounts(site.deps.config, tenantId)
  const mark = marks[at]!
  // The marks are in the addresses and names of the accounts too.
  const account: Site['account'] = (role) => {
    const { email, name, ...rest } = accounts.find((one) => one.role === role)!
    return { ...rest, email: email + mark, name: name + mark }
  }
  const world = await buildWorld({ ...site, address: `http://${host}`, tenantId, account })
  const people = new Map<Person, Visitor>()
  for (const [person, visitor] of world.people) people.set(person, inApp(app, host, visitor))
  return { tenantId, host, mark, people, paths: world.paths }
}

/** The same browser, on the program that all of both centres use. */
export function inApp(app: TwoCentres['app'], host: string, visitor: Visitor): Visitor {
  const same = new Visitor(app, host)
  for (const [name, value] of visitor.cookies) same.cookies.set(name, value)
  return same
}
