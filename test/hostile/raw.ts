import { connect } from 'node:net'
import type { Random } from './random.ts'
import { mostMilliseconds, type Tally } from './send.ts'
import { hostileValue } from './values.ts'

/** Bytes that no browser would send, and how many answers they may have at most. */
export interface RawRequest {
  bytes: Buffer
  most: number
}

type Draw = (host: string, random: Random) => { lines: string[]; body?: string; most?: number }

/** What a smuggler would like to be taken for a second request. */
const hidden = (host: string): string => `GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`

const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`

const form = (host: string): string[] => [
  'POST /logowanie HTTP/1.1',
  `Host: ${host}`,
  `Origin: http://${host}`,
  'Content-Type: application/x-www-form-urlencoded',
]

const transferEncodings = [
  ...[
    'Transfer-Encoding: chunked',
    'Transfer-Encoding : chunked',
    ' Transfer-Encoding: chunked',
    'Transfer-Encoding: xchunked',
  ],
  ...['Transfer-Encoding:\tchunked', 'Transfer-Encoding: chunked, identity', 'Transfer-Encoding: identity, chunked'],
  ...[
    'Transfer-Encoding: chunked\r\nTransfer-Encoding: x',
    'X: x\nTransfer-Encoding: chunked',
    'Transfer-Encoding:\r\n chunked',
  ],
  ...[
    'Transfer-Encoding: "chunked"',
    'Transfer-Encoding: CHUNKED',
    'Transfer_Encoding: chunked',
    'Transfer-Encoding: gzip',
  ],
]
const chunkSizes = [
  '0',
  '-1',
  'g',
  '0x5',
  ' 5',
  '5 ',
  'ffffffffffffffffff',
  '5;x=y',
  '5\n',
  '00000000000000005',
  '',
  '5;"\r\n"',
]
const requestLines = [
  ...[
    'GET / HTTP/9.9',
    'GET / HTTP/1.0',
    'GET /',
    'GET  / HTTP/1.1',
    'GET / HTTP/1.1 x',
    'get / HTTP/1.1',
    'GET\t/\tHTTP/1.1',
  ],
  ...['GET http://evil.example/ HTTP/1.1', 'GET //evil.example/ HTTP/1.1', 'GET * HTTP/1.1', 'OPTIONS * HTTP/1.1'],
  ...['CONNECT evil.example:443 HTTP/1.1', 'TRACE / HTTP/1.1', 'PRI * HTTP/2.0', 'GET /../../etc/passwd HTTP/1.1'],
  ...['GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1', 'GET /\\..\\x HTTP/1.1', 'GET /a#b HTTP/1.1', 'GET ? HTTP/1.1'],
  ...[
    'GET /uslugi?q=\u00FF HTTP/1.1',
    'GET http://[ HTTP/1.1',
    'GET http:// HTTP/1.1',
    'GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1',
  ],
]
const headerLines = [
  ...[
    'Host: a\r\nHost: b',
    'Host: evil.example',
    'Host:',
    'Host: a b',
    'Host: [::1',
    'Host: a:99999',
    'Content-Length: 5',
  ],
  ...['Content-Length: -1', 'Content-Length: 5\r\nContent-Length: 6', 'Content-Length: +5', 'Content-Length: 5, 5'],
  ...['Content-Length: 99999999999999999999', ': x', 'X', 'X: \0', 'X\0: y', 'X: a\rb', ' X: y', 'X: a\r\n b', 'Ä: ö'],
  ...['Expect: 100-continue', 'Expect: x', 'Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings', 'Upgrade: websocket'],
  ...['Connection: close, Host', 'Connection: keep-alive, X', `X: ${'x'.repeat(20_000)}`, `${'X'.repeat(20_000)}: x`],
  ...[
    'X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-Host: evil.example',
    `Cookie: ${'a=b; '.repeat(2000)}`,
    'Range: bytes=0-1,0-1',
  ],
  ...[Array.from({ length: 3000 }, (_, n) => `X${n}: y`).join('\r\n'), 'Content-Encoding: gzip', 'Trailer: Host'],
]

const draws: Draw[] = [
  // Both lengths at once, of which each reader could believe another.
  (host, random) => {
    const inner = random.chance(0.5) ? `0\r\n\r\n${hidden(host)}` : chunk('a=b') + `0\r\n\r\n${hidden(host)}`
    const length = random.pick([inner.length, 3, 0, 5])
    const lines = [...form(host), `Content-Length: ${length}`, random.pick(transferEncodings)]
    if (random.chance(0.5)) lines.push('Connection: close')
    return { lines, body: inner, most: length === inner.length ? 1 : 2 }
  },
  (host, random) => ({
    lines: [...form(host), random.pick(transferEncodings)],
    body: `${random.pick(chunkSizes)}\r\nhello${random.pick(['\r\n', '', '\n'])}0\r\n${random.pick(['\r\n', 'Host: x\r\n\r\n', ''])}`,
  }),
  (host, random) => ({ lines: [random.pick(requestLines), `Host: ${host}`], body: '', most: 2 }),
  (host, random) => ({ lines: ['GET /uslugi HTTP/1.1', `Host: ${host}`, random.pick(headerLines)] }),
  (host, random) => ({ lines: [...form(host), random.pick(headerLines)], body: 'hello' }),
  (host, random) => ({
    lines: [`GET /uslugi?q=${encodeURIComponent(hostileValue(random).toWellFormed())} HTTP/1.1`, `Host: ${host}`],
  }),
  (host, random) => ({ lines: [`GET /${hostileValue(random)} HTTP/1.1`, `Host: ${host}`], most: 5 }),
  (host, random) => ({ lines: ['GET / HTTP/1.1', `Host: ${host}`, `X: ${hostileValue(random)}`], most: 3 }),
  // Cut off in the middle of a form that was announced longer.
  (host, random) => ({ lines: [...form(host), `Content-Length: ${random.pick([6, 1000, 600_000])}`], body: 'a=b' }),
  (_, random) => ({ lines: [random.text('GETPOS /\\HTTP.1\0\r\n\x80\xff:', random.below(300))], most: 5 }),
]

export function drawRaw(host: string, random: Random): RawRequest {
  const { lines, body = '', most = 1 } = random.pick(draws)(host, random)
  return { bytes: Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`, random.chance(0.5) ? 'latin1' : 'utf8'), most }
}

/** Everything that the server says to these bytes until it has answered; the sender says nothing more. */
function sendRaw(port: number, bytes: Buffer): Promise<{ said: string; milliseconds: number }> {
  return new Promise((resolve) => {
    const began = performance.now()
    let said = ''
    let milliseconds = 0
    const socket = connect(port, '127.0.0.1', () => void socket.end(bytes))
    socket.setTimeout(5000, () => socket.destroy())
    socket.on('data', (data) => {
      if (said === '') milliseconds = performance.now() - began
      said += data.toString('latin1')
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve({ said, milliseconds: milliseconds || performance.now() - began }))
  })
}

/** Counts into the tally; an answer too many means that a part of one request was taken for another. */
export async function sendManyRaw(port: number, random: Random, count: number, tally: Tally): Promise<void> {
  let left = count
  const lane = async () => {
    while ((left -= 1) >= 0) {
      const { bytes, most } = drawRaw(`127.0.0.1:${port}`, random)
      const { said, milliseconds } = await sendRaw(port, bytes)
      note(tally, bytes, said, milliseconds, most)
    }
  }
  await Promise.all(Array.from({ length: 8 }, lane))
}

function note(tally: Tally, bytes: Buffer, said: string, milliseconds: number, most: number): void {
  const statuses = [...said.matchAll(/HTTP\/1\.1 (\d{3}) /g)]
    .map(([, status]) => Number(status))
    .filter((s) => s >= 200)
  const request = JSON.stringify(bytes.toString('latin1')).slice(0, 600)
  tally.sent += 1
  tally.raw += 1
  tally.slowest = Math.max(tally.slowest, milliseconds)
  for (const status of statuses) tally.statuses[status] = (tally.statuses[status] ?? 0) + 1
  if (statuses.some((status) => status >= 500)) tally.failures.push({ request, said: said.slice(0, 300) })
  // A 400 is what the server says to the rest of a connection that it can't read.
  if (statuses.filter((status) => status !== 400).length > most)
    tally.smuggled.push({ request, said: said.slice(0, 300) })
  if (milliseconds > mostMilliseconds) tally.slow.push({ request, milliseconds })
}
