import { Agent } from 'node:http'
import { send, type Ask, type Sent } from './send.ts'

/** A flood: so many connections, each sending the next of these requests as soon as it has its answer. */
export interface Flood {
  port: number
  connections: number
  milliseconds: number
  asks: Ask[]
}

export interface Flooded {
  sent: number
  statuses: Record<string, number>
}

/** Takes turns through what there is to ask; `{n}` in an address, a body or a sender is a number nobody had before. */
async function flood({ port, connections, milliseconds, asks }: Flood): Promise<Flooded> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const until = performance.now() + milliseconds
  const flooded: Flooded = { sent: 0, statuses: {} }
  const count = ({ status }: Sent) => {
    flooded.statuses[status] = (flooded.statuses[status] ?? 0) + 1
  }
  const keepSending = async () => {
    while (performance.now() < until) {
      flooded.sent += 1
      count(await send(agent, port, numbered(asks[flooded.sent % asks.length]!, flooded.sent)))
    }
  }
  await Promise.all(Array.from({ length: connections }, keepSending))
  agent.destroy()
  return flooded
}

const begun = Date.now() % 1_000_000

function numbered(ask: Ask, n: number): Ask {
  const put = (text: string) => text.replaceAll('{n}', `${begun}${n}`)
  return {
    ...ask,
    path: put(ask.path),
    from: ask.from.replace('{n}', `${(n >> 8) % 256}.${n % 256}`),
    ...(ask.body !== undefined && { body: put(ask.body) }),
  }
}

process.on('message', (asked: Flood) => void flood(asked).then((flooded) => process.send?.(flooded)))
