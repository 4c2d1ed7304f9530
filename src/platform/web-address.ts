import { BlockList, isIP } from 'node:net'

/** Addresses that something is allowed for: proxies whose word is taken, inner networks that may be asked. */
export class Networks {
  readonly #known: BlockList

  constructor(known: BlockList) {
    this.#known = known
  }

  has(address: string): boolean {
    const version = isIP(address)
    return version !== 0 && this.#known.check(address, family(version))
  }
}

/** Reads addresses and networks (`10.0.0.5, 10.1.0.0/16, ::1`); undefined where one of them can't be read. */
export function parseNetworks(list: string): Networks | undefined {
  const known = new BlockList()
  for (const entry of list.split(/[\s,]+/).filter(Boolean)) {
    const [network = '', bits, ...rest] = entry.split('/')
    const version = isIP(network)
    const prefix = bits === undefined ? widest(version) : /^\d{1,3}$/.test(bits) ? Number(bits) : -1
    if (version === 0 || rest.length > 0 || prefix < 0 || prefix > widest(version)) return undefined
    known.addSubnet(network, prefix, family(version))
  }
  return new Networks(known)
}

const family = (version: number) => (version === 6 ? 'ipv6' : 'ipv4')

const widest = (version: number): number => (version === 6 ? 128 : 32)

/** An IPv4 address as an IPv6 socket writes it is the same address. */
const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, '')

/**
 * Where a request came from: the nearest address in the chain that isn't a trusted proxy. What stands further from us
 * in X-Forwarded-For was written by strangers, and so is all of it when the socket's other end isn't a trusted proxy.
 */
export function clientAddress(peer: string | undefined, forwarded: string | undefined, proxies: Networks): string {
  let address = plain(peer ?? '')
  const hops = (forwarded ?? '').split(',').map(plain)
  while (proxies.has(address)) {
    const before = hops.pop()
    if (before === undefined || isIP(before) === 0) break
    address = before
  }
  return address || 'unknown'
}

/**
 * What is counted as one place: an IPv4 address, or the 64 bits of an IPv6 network, since whoever has one address there
 * has them all.
 */
export function placeOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = [], tail] = address.replace(/%.*/, '').split('::').map(groupsIn)
  const missing = Array<string>(tail === undefined ? 0 : 8 - head.length - tail.length).fill('0')
  return `${[...head, ...missing, ...(tail ?? [])].slice(0, 4).join(':')}::/64`
}

/** The groups as numbers, so that one network is written in one way; an IPv4 address at the end stands for two. */
const groupsIn = (part: string): string[] =>
  part
    .split(':')
    .filter(Boolean)
    .flatMap((group) => (group.includes('.') ? ['0', '0'] : [Number.parseInt(group, 16).toString(16)]))
