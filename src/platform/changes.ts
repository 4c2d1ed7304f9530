import { setTimeout } from 'node:timers/promises'
import pg, { type ClientConfig } from 'pg'
import type { Logger } from './log.ts'

/** One channel for all that a process keeps in memory; the payload is `<tenant id> <topic>`. */
export const changeChannel = 'splot_changed'

/** What the database tells of: letters to send, and the directory or the centre itself. */
export type Topic = 'mail' | 'directory'

export interface Change {
  tenantId: string
  topic: string
}

export interface ChangeFeed {
  /** Calls back for each change of the topic; with nothing when changes may have been missed. */
  listen(topic: Topic, callback: (change: Change | undefined) => void): void
  stop(): Promise<void>
}

/** Listens on a connection of its own and comes back by itself when it breaks. */
export function openChangeFeed(connection: ClientConfig, log: Logger): ChangeFeed {
  const callbacks: ((change: Change | undefined) => unknown)[] = []
  const tell = (change: Change | undefined) => callbacks.forEach((callback) => callback(change))
  let client: pg.Client | undefined
  const stopping = new AbortController()

  const connect = async (): Promise<void> => {
    // Kept alive, so that a connection lost on the way is noticed although nothing is said on it.
    const next = new pg.Client({ ...connection, keepAlive: true })
    client = next
    next.on('error', (error) => log.warn({ err: error }, 'the change feed broke'))
    next.on('notification', ({ payload = '' }) => {
      const [tenantId = '', topic = ''] = payload.split(' ')
      tell({ tenantId, topic })
    })
    await next.connect()
    next.on('end', () => void comeBack())
    await next.query(`listen ${changeChannel}`)
    // Something may have changed while nobody listened.
    tell(undefined)
  }
  const comeBack = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const connected = await connect().then(
        () => true,
        () => false,
      )
      if (connected) return
      await setTimeout(500, undefined, { ref: false })
    }
  }
  void comeBack()
  return {
    listen: (topic, callback) =>
      void callbacks.push((change) => (change === undefined || change.topic === topic) && callback(change)),
    stop: async () => {
      stopping.abort()
      await client?.end().catch(() => undefined)
    },
  }
}
