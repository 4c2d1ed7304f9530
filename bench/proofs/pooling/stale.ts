import { setTimeout as sleep } from 'node:timers/promises'
import type { Figure } from '../../proof.ts'
import { none } from '../faults/verdict.ts'
import { Worker } from '../installation/worker.ts'
import type { MarkedCentre } from './centres.ts'
import type { Servers } from './debian.ts'
import { registration } from './people.ts'

interface Scene {
  servers: Servers
  centre: MarkedCentre
  port: number
  /** The browser of the centre's front desk. */
  desk: Worker
  /** A service of the centre whose name is changed. */
  slug: string
}

/** A write, and at once the page that shows it, by the same browser through the same balancer; the copy lags. */
export async function readOwnWrites(scene: Scene, rounds: number): Promise<Figure[]> {
  const { servers, centre, desk: browser, slug } = scene
  await browser.get(`/uslugi/${slug}`)
  await setDelay(servers, '150ms')
  let [stale, later, raw] = [0, 0, 0]
  for (let round = 1; round <= rounds; round += 1) {
    const name = await rename(scene, round)
    const written = await browser.post('/praca/wnioski/nowy', registration(centre))
    if (written.status !== 303) throw new Error(`registering answered ${written.status}`)
    if ((await nameOn(servers, scene)) !== name) raw += 1
    if (!(await browser.get(`/uslugi/${slug}`)).text.includes(name)) stale += 1
    // Now from the copy, which has caught up, or from memory.
    if (round % 10 === 0) await sleep(200)
    for (let process = 0; process < 3; process += 1) {
      if (!(await browser.get(`/uslugi/${slug}`)).text.includes(name)) later += 1
    }
  }
  await setDelay(servers, '0')
  return [
    none(`stale pages after one's own write, of ${rounds}`, stale),
    none(`stale pages after that, over all processes, of ${3 * rounds}`, later),
    {
      what: 'control: the same looked up on the copy itself, stale',
      measured: `${raw} of ${rounds}`,
      aim: '> 0',
      met: raw > 0,
    },
  ]
}

/** Somebody else looks while the copy stands still: what was told once may not be drawn old and then kept. */
export async function keepNothingOld(scene: Scene, rounds: number): Promise<Figure[]> {
  const { servers, centre, port, slug } = scene
  const somebody = new Worker(`http://${centre.host}:${port}`)
  const look = async () => (await somebody.get(`/uslugi/${slug}`)).text
  let old = 0
  for (let round = 1; round <= rounds; round += 1) {
    await servers.ask('replica', 'select pg_wal_replay_pause()')
    const name = await rename(scene, 100_000 + round)
    await sleep(300)
    for (let look1 = 0; look1 < 6; look1 += 1) if (!(await look()).includes(name)) old += 1
    await servers.ask('replica', 'select pg_wal_replay_resume()')
    for (let look1 = 0; look1 < 6; look1 += 1) if (!(await look()).includes(name)) old += 1
  }
  return [none(`copy paused: pages without a change told 0.3 s before, or kept without it, of ${12 * rounds}`, old)]
}

/** The copy goes away and comes back, while pages that nobody remembers are asked for. */
export async function loseTheCopy({ servers, centre, port }: Scene): Promise<Figure[]> {
  const somebody = new Worker(`http://${centre.host}:${port}`)
  let [asked, failed] = [0, 0]
  const look = async (word: string) => {
    const { status } = await somebody.tryOnce(`/uslugi?q=${word}`)
    asked += 1
    if (status !== 200) failed += 1
  }
  const looking = new AbortController()
  const lookers = [1, 2, 3].map(async (one) => {
    for (let turn = 0; !looking.signal.aborted; turn += 1) await look(`opieka+${one}+${turn}`)
  })
  await sleep(500)
  servers.stopReplica()
  await sleep(2_000)
  servers.startReplica()
  await sleep(6_000)
  looking.abort()
  await Promise.all(lookers)
  const before = await readsOn(servers)
  for (let turn = 0; turn < 60; turn += 1) await look(`pomoc+${turn}`)
  const again = (await readsOn(servers)) - before
  return [
    none(`copy stopped and started again: public pages that failed meanwhile, of ${asked}`, failed),
    {
      what: 'of 60 public pages after that, read from the copy (transactions)',
      measured: String(again),
      aim: '≥ 50',
      met: again >= 50,
    },
  ]
}

/** Transactions of Splot's role on the copy so far; the superuser's own are few. */
export async function readsOn(servers: Servers): Promise<number> {
  await sleep(11_000) // an idle session tells its last figures after ten seconds
  return Number(await servers.ask('replica', "select xact_commit from pg_stat_database where datname = 'splot'"))
}

/** By the statement of an import, which goes to the primary. */
async function rename({ servers, centre, slug }: Scene, round: number): Promise<string> {
  const name = `Usługa ${centre.mark} w brzmieniu ${round}.`
  await servers.ask(
    'primary',
    `update service set name = '${name}' where tenant_id = '${centre.tenantId}' and slug = '${slug}'`,
  )
  return name
}

const nameOn = (servers: Servers, { centre, slug }: Scene): Promise<string> =>
  servers.ask('replica', `select name from service where tenant_id = '${centre.tenantId}' and slug = '${slug}'`)

async function setDelay(servers: Servers, delay: string): Promise<void> {
  await servers.ask('replica', `alter system set recovery_min_apply_delay = '${delay}'`)
  await servers.ask('replica', 'select pg_reload_conf()')
}
