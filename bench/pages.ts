import type { Recorded } from './bare-server.ts'
import { median, table, type Section } from './figures.ts'
import type { Load, Measured } from './load.ts'
import { companion, startProgram, withDataFolder, type Program } from './program.ts'

const rounds = 7
const connections = 8
const milliseconds = 1500

const kinds = ['bare', 'cached', 'anew'] as const
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

async function comparePages({ port }: Program): Promise<Section> {
  const pages = [
    { name: 'search', path: '/uslugi?q=opieka+nad+mam%C4%85' },
    { name: 'service', path: await findService(port) },
  ]
  const rows: string[][] = []
  for (const acceptEncoding of ['', 'br']) {
    for (const page of pages) rows.push(await comparePage(port, page, acceptEncoding))
  }
  return {
    name: 'pages',
    text: table(['page', 'bytes', 'bare, 1/s', 'kept, 1/s', 'p95 ms', 'share', 'anew, 1/s', 'p95 ms', 'share'], rows),
  }
}

async function comparePage(port: number, { name, path }: Page, acceptEncoding: string): Promise<string[]> {
  const recorded = await record(port, path, acceptEncoding)
  const [bare, load] = [companion('bare-server.ts'), companion('load.ts')]
  try {
    const barePort = await bare.ask<number>({ [path]: recorded })
    const ask = (kind: Kind) =>
      load.ask<Measured>({
        port: kind === 'bare' ? barePort : port,
        path,
        acceptEncoding,
        anew: kind === 'anew',
        connections,
        milliseconds,
      } satisfies Load)
    for (const kind of kinds) await ask(kind)
    const all: Record<Kind, Measured>[] = []
    for (let round = 0; round < rounds; round++) {
      all.push({ bare: await ask('bare'), cached: await ask('cached'), anew: await ask('anew') })
    }
    return describe(`${name}${acceptEncoding && `, ${acceptEncoding}`}`, recorded, all)
  } finally {
    bare.stop()
    load.stop()
  }
}

function describe(name: string, recorded: Recorded, all: Record<Kind, Measured>[]): string[] {
  const rate = (kind: Kind) => median(all.map((round) => round[kind].requestsPerSecond)).toFixed(0)
  const p95 = (kind: Kind) => median(all.map((round) => round[kind].p95)).toFixed(1)
  const share = (kind: Kind) =>
    `${(median(all.map((round) => round[kind].requestsPerSecond / round.bare.requestsPerSecond)) * 100).toFixed(1)} %`
  const bytes = String(Buffer.from(recorded.body, 'base64').length)
  return [
    name,
    bytes,
    rate('bare'),
    rate('cached'),
    p95('cached'),
    share('cached'),
    rate('anew'),
    p95('anew'),
    share('anew'),
  ]
}

/** Node sets these anew for each answer. */
const ownHeaders = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])

async function record(port: number, path: string, acceptEncoding: string): Promise<Recorded> {
  const { request } = await import('node:http')
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
