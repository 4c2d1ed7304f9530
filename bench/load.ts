import { connect } from 'node:net'

/** What a load of one kind is: closed loop, so many connections, each asking again as soon as it has its answer. */
export interface Load {
  port: number
  path: string
  acceptEncoding: string
  /** Adds a parameter that no request had before, so that no kept page fits. */
  anew: boolean
  connections: number
  milliseconds: number
}

export interface Measured {
  requests: number
  requestsPerSecond: number
  p50: number
  p95: number
}

/** A generator of its own, since node's HTTP client takes more time than the servers that are measured. */
async function measure(load: Load): Promise<Measured> {
  const latencies: number[] = []
  const began = performance.now()
  const until = began + load.milliseconds
  await Promise.all(Array.from({ length: load.connections }, () => keepAsking(load, until, latencies)))
  const seconds = (performance.now() - began) / 1000
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN
  return { requests: latencies.length, requestsPerSecond: latencies.length / seconds, p50: at(0.5), p95: at(0.95) }
}

let asked = Date.now() % 1_000_000_000

function requestOf({ path, port, acceptEncoding, anew }: Load): string {
  const fresh = anew ? `${path.includes('?') ? '&' : '?'}raz=${(asked += 1)}` : ''
  const encoding = acceptEncoding ? `Accept-Encoding: ${acceptEncoding}\r\n` : ''
  return `GET ${path}${fresh} HTTP/1.1\r\nHost: localhost:${port}\r\n${encoding}\r\n`
}

function keepAsking(load: Load, until: number, latencies: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: load.port, host: '127.0.0.1', noDelay: true })
    let sent = 0
    let awaited = 0
    const ask = () => {
      sent = performance.now()
      socket.write(requestOf(load))
    }
    socket.on('connect', ask).on('error', reject)
    socket.on('data', (chunk: Buffer) => {
      awaited = (awaited === 0 ? lengthOf(chunk) : awaited) - chunk.length
      if (awaited > 0) return
      const now = performance.now()
      latencies.push(now - sent)
      if (now < until) ask()
      else socket.end(() => resolve())
    })
  })
}

/** Of the whole answer, by its first piece; all heads here are shorter than a piece. */
function lengthOf(first: Buffer): number {
  const end = first.indexOf('\r\n\r\n')
  const head = first.toString('latin1', 0, end)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (!head.startsWith('HTTP/1.1 200 ') || length === undefined) throw new Error(`unexpected answer:\n${head}`)
  return end + 4 + Number(length)
}

process.on('message', (load: Load) => void measure(load).then((measured) => process.send?.(measured)))
