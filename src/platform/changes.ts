import { setTimeout } from 'node:timers/promises'
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
  const tell = (change: Change | undefined) => callbacks.forEach((callback) => callback(change))
  let client: pg.Client | undefined
  const stopping = new AbortController()

  const connect = async (): Promise<void> => {
    const next = new pg.Client(connection)
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
    listen: (callback) => void callbacks.push(callback),
    stop: async () => {
      stopping.abort()
      await client?.end().catch(() => undefined)
    },
  }
}
