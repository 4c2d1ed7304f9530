import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { send, type Ask, type Sent } from './send.ts'

/** Somebody who reads page after page, none of which can have been kept. */
export interface Reader {
  kind: 'visitors' | 'staff'
  from: string
  cookie?: string
  paths: readonly string[]
}

export type Times = Record<Reader['kind'], number[]>

const pauses = { least: 60, most: 140 }

const visitorPaths = ['/uslugi?q=opieka&raz=', '/?raz=', '/potrzebuje-pomocy/dla-kogo?raz=', '/nie-wiem?raz=']

export const visitors: Reader[] = [1, 2, 3, 4, 5].map((at) => ({
  kind: 'visitors',
  from: `203.0.113.${at}`,
  paths: visitorPaths,
}))

/** Works behind the same address as the flood does. */
export const staffBehind = (from: string, cookie: string): Reader => ({
  kind: 'staff',
  from,
  cookie,
  paths: ['/praca?raz=', '/praca/wnioski?raz='],
})

/** How long each page took, in milliseconds; Infinity for one that wasn't served. */
export async function readFor(port: number, readers: readonly Reader[], milliseconds: number): Promise<Times> {
  const agent = new Agent({ keepAlive: true })
  const times: Times = { visitors: [], staff: [] }
  const until = performance.now() + milliseconds
  const read = async ({ kind, from, cookie, paths }: Reader) => {
    for (let page = 0; performance.now() < until; page += 1) {
      const path = `${paths[page % paths.length]}${Math.random()}`
      const ask: Ask = { path, from, ...(cookie !== undefined && { cookie }) }
      times[kind].push(timeOf(await send(agent, port, ask)))
      await sleep(pauses.least + Math.random() * (pauses.most - pauses.least))
    }
  }
  await Promise.all(readers.map(read))
  agent.destroy()
  return times
}

const timeOf = ({ status, milliseconds }: Sent): number => (status === 200 ? milliseconds : Infinity)

export const p95 = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
