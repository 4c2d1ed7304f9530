import { lookup as lookUp, type LookupAddress } from 'node:dns'
import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestEncrypted } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { parseNetworks, type Networks } from './web-address.ts'

export type OutboundRefusal = 'another-host' | 'not-encrypted' | 'inner-address' | 'too-large' | 'too-slow'

/** A request to another server was stopped before it did harm. */
export class OutboundRefused extends Error {
  readonly refused: OutboundRefusal
  constructor(refused: OutboundRefusal) {
    super(`the request was stopped: ${refused}`)
    this.refused = refused
  }
}

interface Guard {
  /** The only server that is asked: `https://login.example.pl`. */
  origin: string
  /** Inner networks that the operator of the installation has opened for this. */
  allowed: Networks
  timeoutMs?: number
  mostBytes?: number
}

interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string | URLSearchParams | undefined
  signal?: AbortSignal | undefined
}

/** Addresses that no public server has: this machine, inner networks, cloud metadata, tunnels to any of them. */
const inner = parseNetworks(
  `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24
  192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3
  ::/127 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 fc00::/7 fe80::/9 ff00::/8`,
)!

const loopback = parseNetworks('127.0.0.0/8 ::1')!

/**
 * Fetch for an address that somebody typed in: one server only, TLS (but on loopback, where the operator allows it), no
 * redirects, public addresses only, checked for the very connection that is made so that a name can't change its mind
 * in between. Slow and endless answers are cut off.
 */
export function guardedFetch(guard: Guard): (url: string, asked?: Asked) => Promise<Response> {
  return async (url, asked = {}) => {
    const target = new URL(url)
    if (target.origin !== guard.origin) throw new OutboundRefused('another-host')
    const host = target.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) !== 0) checkAddress(host, target, guard.allowed)
    const answer = await send(target, asked, guard)
    return toResponse(answer, await readAll(answer, guard.mostBytes ?? 512 * 1024))
  }
}

function send(target: URL, { method = 'GET', headers, body, signal }: Asked, guard: Guard): Promise<IncomingMessage> {
  const tooSlow = AbortSignal.timeout(guard.timeoutMs ?? 5000)
  const options: RequestOptions = {
    method,
    headers: { ...headers, 'accept-encoding': 'identity' },
    agent: false,
    lookup: checkedLookup(target, guard.allowed),
    signal: signal ? AbortSignal.any([signal, tooSlow]) : tooSlow,
  }
  return new Promise((resolve, reject) => {
    const request = (target.protocol === 'https:' ? requestEncrypted : requestPlain)(target, options, (answer) => {
      // Also while the answer is read, a broken or aborted connection rejects rather than ends the process.
      answer.on('error', () => {})
      resolve(answer)
    })
    request.on('error', (error) => reject(tooSlow.aborted ? new OutboundRefused('too-slow') : error))
    request.end(body === undefined ? undefined : String(body))
  })
}

/** Looks the name up and lets the connection go only to what may be asked. */
function checkedLookup(target: URL, allowed: Networks): LookupFunction {
  return (hostname, options, found) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, [])
      try {
        for (const { address } of addresses) checkAddress(address, target, allowed)
      } catch (refused) {
        return found(refused as Error, [])
      }
      const [first] = addresses as [LookupAddress]
      return options.all ? found(null, addresses) : found(null, first.address, first.family)
    })
  }
}

function checkAddress(address: string, { protocol }: URL, allowed: Networks): void {
  if (inner.has(address) && !allowed.has(address)) throw new OutboundRefused('inner-address')
  if (protocol !== 'https:' && !loopback.has(address)) throw new OutboundRefused('not-encrypted')
}

async function readAll(answer: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > most) throw new OutboundRefused('too-large')
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof OutboundRefused ? error : new OutboundRefused('too-slow')
  } finally {
    answer.destroy()
  }
  return Buffer.concat(chunks)
}

/** A redirect comes back as it is: nobody follows it. */
function toResponse({ statusCode = 502, headers }: IncomingMessage, body: Buffer): Response {
  const kept = new Headers()
  for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') kept.set(name, value)
  const hasNone = statusCode === 204 || statusCode === 304
  return new Response(hasNone ? null : new Uint8Array(body), { status: statusCode, headers: kept })
}
