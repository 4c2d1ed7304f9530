import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Figure } from '../../proof.ts'
import { inInstallation, type Installation } from '../installation/installation.ts'
import { Worker } from '../installation/worker.ts'
import { atMost, none } from './verdict.ts'

const sockets = Number(process.env['SOCKETS'] ?? 2_000)
const bytesPerSecond = 10

/** A kind of slowness: what is sent at once, and what follows byte by byte. */
interface Slowness {
  name: string
  atOnce: string
  slowly: string
  reads: boolean
  count: number
}

const head = 'Host: localhost\r\nUser-Agent: slow\r\n'
const kinds: Slowness[] = [
  {
    name: 'head',
    atOnce: 'GET / HTTP/1.1\r\n',
    slowly: `${head}X-Slow: ${'a'.repeat(4_000)}`,
    reads: true,
    count: sockets,
  },
  {
    name: 'body',
    atOnce: `POST /logowanie HTTP/1.1\r\n${head}Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 4000\r\n\r\n`,
    slowly: 'a'.repeat(4_000),
    reads: true,
    count: sockets,
  },
  // Some four megabytes each, more than the kernel takes for them; a twentieth of the sockets, since the work of
  // answering 200 requests would be a flood otherwise.
  {
    name: 'reader',
    atOnce: `GET /uslugi HTTP/1.1\r\n${head}\r\n`.repeat(200),
    slowly: '',
    reads: false,
    count: Math.ceil(sockets / 20),
  },
]

/** Many sockets that send ten bytes a second, or never read what they asked for, beside people who use the pages. */
export const slowDown = (): Promise<Figure[]> => inInstallation({}, besideSlowOnes)

async function besideSlowOnes({ folder, applications }: Installation): Promise<Figure[]> {
  const application = applications[0]!
  const desk = new Worker(application.address)
  await desk.signIn(folder, 'front-desk')
  await timesOf(desk, 3)
  const figures: Figure[] = []
  for (const kind of kinds) {
    const quiet = await timesOf(desk, 8)
    const slow = Array.from({ length: kind.count }, () => slowSocket(application.address, kind))
    await sleep(1_000)
    const beside = await timesOf(desk, 8)
    const longest = Math.max(...(await Promise.all(slow)))
    figures.push(
      atMost(
        `${kind.count} sockets with a slow ${kind.name}: p95 of others against a quiet time`,
        p95(beside) / p95(quiet),
        2,
        '×',
      ),
      atMost(`the longest of them stayed open`, longest, 30, 's'),
      none(`others not served beside a slow ${kind.name}`, beside.filter((time) => time === Infinity).length),
    )
  }
  figures.push(none('slow clients: crashes of Splot', application.crashes()))
  return figures
}

const p95 = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!

const pages = ['/uslugi?q=', '/praca/wnioski?n=', '/?n=']

/** How long pages take that nobody asked for before, in milliseconds; Infinity for one that wasn't served. */
async function timesOf(person: Worker, seconds: number): Promise<number[]> {
  const times: number[] = []
  const end = performance.now() + seconds * 1_000
  while (performance.now() < end) {
    const began = performance.now()
    const { status } = await person.tryOnce(`${pages[times.length % pages.length]}${times.length}${began}`)
    times.push(status === 200 ? performance.now() - began : Infinity)
  }
  return times
}

/** Seconds until the server let it go; 60 where it never did. */
async function slowSocket(address: string, { atOnce, slowly, reads }: Slowness): Promise<number> {
  const port = Number(new URL(address).port)
  const began = performance.now()
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  const { localPort } = socket
  if (reads) socket.resume()
  else socket.pause()
  socket.write(atOnce)
  let at = 0
  const seconds = () => (performance.now() - began) / 1_000
  while (seconds() < 60 && isHeld(port, localPort!)) {
    if (at < slowly.length && socket.writable) socket.write(slowly.slice(at, (at += bytesPerSecond)))
    await sleep(1_000)
  }
  socket.destroy()
  return seconds()
}

/** Whether the server still holds its end: one that doesn't read can't learn it from its own. From /proc/net/tcp. */
function isHeld(serverPort: number, clientPort: number): boolean {
  if (performance.now() - table.readAt > 500) {
    table.readAt = performance.now()
    const lines = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    table.pairs = new Set(
      lines
        .map((line) => line.trim().split(/\s+/))
        .filter(isOpen)
        .map(portsOf),
    )
  }
  return table.pairs.has(`${serverPort} ${clientPort}`)
}

const table = { readAt: 0, pairs: new Set<string>() }

const established = '01'
const isOpen = (columns: string[]) => columns[3] === established
const portOf = (end = '') => Number.parseInt(end.split(':')[1] ?? '', 16)
const portsOf = (columns: string[]) => `${portOf(columns[1])} ${portOf(columns[2])}`
