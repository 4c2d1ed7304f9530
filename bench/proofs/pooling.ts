import { createHash } from 'node:crypto'
import { findFreePort } from '#platform/postgres/address.ts'
import { withDataFolder } from '../program.ts'
import type { Figure, Proof } from '../proof.ts'
import { startApplication, type Application } from './installation/application.ts'
import { startBalancer } from './pooling/balancer.ts'
import { fillCentres, type MarkedCentre } from './pooling/centres.ts'
import { debianPrograms, startServers, type Servers } from './pooling/debian.ts'
import { interleave } from './pooling/interleaved.ts'
import { leakBySession } from './pooling/leak.ts'
import { peopleOf, type Slugs } from './pooling/people.ts'
import { keepNothingOld, loseTheCopy, readOwnWrites, readsOn } from './pooling/stale.ts'

const requests = Number(process.env['REQUESTS'] ?? 3_000)
const rounds = Math.ceil(requests / 10)
const processes = 3

/** Three processes behind one address, PgBouncer before their database, public pages from a streaming copy. */
export const prove: Proof = async () => {
  const bin = debianPrograms()
  if (!bin) {
    const measured = 'skipped: needs the packages postgresql and pgbouncer of Debian'
    return [{ what: 'pooler and replica', measured, aim: '', met: false }]
  }
  return withDataFolder(async (folder) => {
    const servers = await startServers(folder, bin)
    try {
      return await proveOn(folder, servers)
    } finally {
      await servers.stop()
    }
  })
}

async function proveOn(folder: string, servers: Servers): Promise<Figure[]> {
  const env = {
    DATABASE_URL: servers.url('pooler', 'splot_app'),
    DATABASE_DIRECT_URL: servers.url('primary', 'splot_app'),
    DATABASE_OWNER_URL: servers.url('primary', 'splot_owner'),
    DATABASE_REPLICA_URL: servers.url('replica', 'splot_app'),
    SPLOT_SAMPLE: 'yes',
    SPLOT_SECRET: createHash('sha256').update(folder).digest('hex'),
  }
  const centres = await fillCentres({ ...env, SPLOT_DATA: folder, LOG_LEVEL: 'fatal' }, servers)
  const applications: Application[] = []
  try {
    while (applications.length < processes) {
      applications.push(await startApplication({ port: await findFreePort(), dataFolder: folder, env }))
    }
    const balancer = await startBalancer(applications.map(({ address }) => Number(new URL(address).port)))
    const figures = await tryAll(servers, centres, balancer.port).finally(balancer.stop)
    return [{ what: 'servers', measured: servers.version, aim: '', met: true }, ...figures]
  } finally {
    await Promise.all(applications.map((one) => one.stop()))
  }
}

async function tryAll(servers: Servers, centres: [MarkedCentre, MarkedCentre], port: number): Promise<Figure[]> {
  const leak = await leakBySession(servers, centres)
  const [first, second] = [await slugsOf(servers, centres[0]), await slugsOf(servers, centres[1])]
  const people = [...(await peopleOf(centres[0], port, first)), ...(await peopleOf(centres[1], port, second))]
  const before = await readsOn(servers)
  const answers = await interleave(people, requests)
  const read = (await readsOn(servers)) - before
  const desk = people.findLast(({ registers }) => registers)!.browser
  const scene = { servers, centre: centres[1], port, desk, slug: second.services[0]! }
  return [
    leak,
    ...answers,
    { what: 'of these read from the copy (transactions)', measured: String(read), aim: '> 0', met: read > 0 },
    ...(await readOwnWrites(scene, rounds)),
    ...(await keepNothingOld(scene, Math.ceil(rounds / 10))),
    ...(await loseTheCopy(scene)),
  ]
}

async function slugsOf(servers: Servers, { tenantId }: MarkedCentre): Promise<Slugs> {
  const ask = async (table: string): Promise<string[]> => {
    const slugs = `select slug from ${table} where tenant_id = '${tenantId}' order by slug limit 40`
    return (await servers.ask('primary', `select string_agg(slug, ' ') from (${slugs}) as listed`)).split(' ')
  }
  return { services: await ask('service'), organisations: await ask('organisation') }
}
