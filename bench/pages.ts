import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import type { Recorded } from './bare-server.ts'
import { median, table, type Section } from './figures.ts'
import type { Load, Measured } from './load.ts'
import { companion, startProgram, withDataFolder, type Program } from './program.ts'

const rounds = 7
const connections = 8
const milliseconds = 1500

const kinds = ['bare', 'kept', 'anew'] as const
type Kind = (typeof kinds)[number]

interface Page {
  name: string
  path: string
}

/** Public pages against a bare server that sends the same bytes; all kinds take turns within each round. */
export const measurePages = (): Promise<Section> =>
  withDataFolder(async (folder) => {
    const program = await startProgram(folder)
    try {
      return await comparePages(program)
    } finally {
      await program.stop()
    }
  })

async function comparePages(program: Program): Promise<Section> {
  const pages = [
    { name: 'search', path: '/uslugi?q=opieka+nad+mam%C4%85' },
    { name: 'service', path: await findService(program.port) },
  ]
  const rows: string[][] = []
  for (const acceptEncoding of ['', 'br']) {
    for (const page of pages) rows.push(await comparePage(program, page, acceptEncoding))
  }
  const head = [
    'page',
    'bytes',
    'bare, 1/s',
    'kept, 1/s',
    'p95, ms',
    'share',
    'CPU',
    'anew, 1/s',
    'p95, ms',
    'share',
    'CPU',
  ]
  return { name: 'pages', text: table(head, rows) }
}

interface Taken extends Measured {
  /** Of the server, for one answer. */
  cpuMicroseconds: number
}
type Round = Record<Kind, Taken>

async function comparePage({ port, child }: Program, { name, path }: Page, acceptEncoding: string): Promise<string[]> {
  const recorded = await record(port, path, acceptEncoding)
  const [bare, load] = [companion('bare-server.ts'), companion('load.ts')]
  try {
    const barePort = await bare.ask<number>({ [path]: recorded })
    const take = async (kind: Kind): Promise<Taken> => {
      const server = kind === 'bare' ? { port: barePort, pid: bare.pid } : { port, pid: child.pid! }
      const question: Load = {
        path,
        acceptEncoding,
        connections,
        milliseconds,
        port: server.port,
        anew: kind === 'anew',
      }
      const before = cpuMicroseconds(server.pid)
      const measured = await load.ask<Measured>(question)
      return { ...measured, cpuMicroseconds: (cpuMicroseconds(server.pid) - before) / measured.requests }
    }
    for (const kind of kinds) await take(kind)
    const all: Round[] = []
    for (let round = 0; round < rounds; round++) {
      all.push({ bare: await take('bare'), kept: await take('kept'), anew: await take('anew') })
    }
    return describe(`${name}${acceptEncoding && `, ${acceptEncoding}`}`, recorded, all)
  } finally {
    bare.stop()
    load.stop()
  }
}

/** Time that a process has spent computing, in the kernel and outside. */
function cpuMicroseconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  const ticks = Number(fields[11]) + Number(fields[12])
  return ticks * 10_000
}

function describe(name: string, { body }: Recorded, all: readonly Round[]): string[] {
  const middle = (figure: (round: Round) => number) => median(all.map(figure))
  const cells = (kind: Kind) => [
    middle((round) => round[kind].requestsPerSecond).toFixed(0),
    middle((round) => round[kind].p95).toFixed(1),
    `${(middle((round) => round[kind].requestsPerSecond / round.bare.requestsPerSecond) * 100).toFixed(1)} %`,
    `${middle((round) => round[kind].cpuMicroseconds / round.bare.cpuMicroseconds).toFixed(1)} ×`,
  ]
  const [bare = ''] = cells('bare')
  return [name, String(Buffer.from(body, 'base64').length), bare, ...cells('kept'), ...cells('anew')]
}

/** Node sets these anew for each answer. */
const ownHeaders = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])

async function record(port: number, path: string, acceptEncoding: string): Promise<Recorded> {
  return new Promise((resolve, reject) => {
    request({ port, path, host: '127.0.0.1', headers: { 'accept-encoding': acceptEncoding } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        if (answer.statusCode !== 200) return reject(new Error(`${path} answered ${answer.statusCode}`))
        const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !ownHeaders.has(name)))
        resolve({ headers, body: Buffer.concat(chunks).toString('base64') })
      })
    })
      .on('error', reject)
      .end()
  })
}

async function findService(port: number): Promise<string> {
  const list = await (await fetch(`http://127.0.0.1:${port}/uslugi?q=opieka`)).text()
  const path = /href="(\/uslugi\/[^"?]+)"/.exec(list)?.[1]
  if (!path) throw new Error('the search for "opieka" shows no service')
  return path
}

if (import.meta.main) console.log((await measurePages()).text)
