import pg, { type ClientConfig } from 'pg'
import type { Logger } from './log.ts'

/** One channel for all that a process keeps in memory; the payload is `<tenant id> <topic>`. */
export const changeChannel = 'splot_changed'

export interface Change {
  tenantId: string
  topic: string
}

export interface ChangeFeed {
  /** Calls back for each change told by the database; with nothing when changes may have been missed. */
  listen(callback: (change: Change | undefined) => void): void
  stop(): Promise<void>
}

/** Listens on a connection of its own and comes back by itself when it breaks. */
export function openChangeFeed(connection: ClientConfig, log: Logger): ChangeFeed {
  const callbacks: ((change: Change | undefined) => void)[] = []
  let client: pg.Client | undefined
  let stopped = false
  const tell = (change: Change | undefined) => callbacks.forEach((callback) => callback(change))

  const connect = async (): Promise<void> => {
    if (stopped) return
    client = new pg.Client(connection)
    client.on('error', (error) => log.warn({ err: error }, 'the change feed broke'))
    client.on('end', () => retry())
    client.on('notification', ({ payload = '' }) => {
      const [tenantId = '', topic = ''] = payload.split(' ')
      tell({ tenantId, topic })
    })
    try {
      await client.connect()
      await client.query(`listen ${changeChannel}`)
      tell(undefined)
    } catch (error) {
      log.warn({ err: error }, 'the change feed could not connect')
      await client.end().catch(() => undefined)
    }
  }
  const retry = () => {
    if (!stopped) setTimeout(() => void connect(), 500).unref()
  }
  void connect()
  return {
    listen: (callback) => void callbacks.push(callback),
    stop: async () => {
      stopped = true
      await client?.end().catch(() => undefined)
    },
  }
}
