import { connect, type Socket } from 'node:net'

/** Where clamd listens: a TCP port, or a socket of this machine. */
export type ClamdAddress = { host: string; port: number } | { path: string }

/** `127.0.0.1:3310`, `[::1]:3310`, `clamav:3310` or `/run/clamav/clamd.ctl`; undefined for anything else. */
export function parseClamdAddress(text: string): ClamdAddress | undefined {
  if (text.startsWith('/')) return { path: text }
  const [, bracketed, plain, port] = /^(?:\[([0-9A-Fa-f:.]{2,45})\]|([\w.-]{1,253})):(\d{1,5})$/.exec(text) ?? []
  const host = bracketed ?? plain
  return host !== undefined && Number(port) <= 65_535 ? { host, port: Number(port) } : undefined
}

export const sayClamdAddress = (address: ClamdAddress): string =>
  'path' in address ? address.path : `${address.host}:${address.port}`

/** A file in which nothing was found, something was, or that could not be looked at. */
export type Verdict = 'clean' | 'infected' | 'unscanned'

interface Patience {
  milliseconds: number
}

const chunkBytes = 64 * 1024
/** As long as a person waits for a page; a scanner on the same machine takes far less. */
const patience: Patience = { milliseconds: 10_000 }

/** Gives the bytes to clamd (INSTREAM). Only a plain OK lets a file pass: whatever else is said, or nothing, doesn't. */
export async function scanForViruses(address: ClamdAddress, bytes: Buffer, waits = patience): Promise<Verdict> {
  const answer = await ask(address, inStream(bytes), waits).catch(() => '')
  if (answer === 'stream: OK') return 'clean'
  return answer.endsWith(' FOUND') ? 'infected' : 'unscanned'
}

/** Whether clamd is there. */
export const answersPing = async (address: ClamdAddress, waits = { milliseconds: 3000 }): Promise<boolean> =>
  (await ask(address, [Buffer.from('zPING\0')], waits).catch(() => '')) === 'PONG'

/** Each piece behind its length; a length of nothing ends them. */
function* inStream(bytes: Buffer): Generator<Buffer> {
  yield Buffer.from('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const piece = bytes.subarray(at, at + chunkBytes)
    yield lengthOf(piece.length)
    yield piece
  }
  yield lengthOf(0)
}

function lengthOf(count: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(count)
  return length
}

const longestAnswer = 4096

/** Says something and hears the answer, which ends with a zero byte. */
function ask(address: ClamdAddress, said: Iterable<Buffer>, { milliseconds }: Patience): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const socket = connect(address)
  const timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds)
  let heard = ''
  socket
    .once('error', reject)
    .once('close', () => reject(new Error('hung up')))
    .once('connect', () => void say(socket, said).catch(reject))
    .on('data', (bytes) => {
      heard += bytes.toString('utf8')
      const end = heard.indexOf('\0')
      if (end !== -1) resolve(heard.slice(0, end))
      else if (heard.length > longestAnswer) reject(new Error('no answer that ends'))
    })
  return promise.finally(() => {
    clearTimeout(timer)
    socket.destroy()
  })
}

async function say(socket: Socket, said: Iterable<Buffer>): Promise<void> {
  for (const bytes of said) {
    if (socket.destroyed) return
    if (!socket.write(bytes)) await drained(socket)
  }
}

const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      socket.off('drain', end).off('close', end)
      resolve()
    }
    socket.on('drain', end).on('close', end)
  })
