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
  /** Done when all that was committed before has been told to those who listen here. */
  hearAll(): Promise<void>
  stop(): Promise<void>
}

/** One at a time; all who ask while one is under way share the next. */
function inTurns(ask: () => Promise<void>): () => Promise<void> {
  let asking: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  return () =>
    (next ??= asking.then(() => {
      asking = next!
      next = undefined
      return ask()
    }))
}

/** The server sends what there is to tell before it answers. Within a second, or the connection counts as broken. */
const anything = { text: 'select', query_timeout: 1_000 }

/** Listens on a connection of its own and comes back by itself when it breaks. */
export function openChangeFeed(connection: ClientConfig, log: Logger): ChangeFeed {
  const callbacks: ((change: Change | undefined) => unknown)[] = []
  const tell = (change: Change | undefined) => callbacks.forEach((callback) => callback(change))
  let client: pg.Client | undefined
  /** The same, from when it listens until it breaks. */
  let listening: pg.Client | undefined
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
    next.on('end', () => {
      listening = undefined
      void comeBack()
    })
    await next.query(`listen ${changeChannel}`)
    // Something may have changed while nobody listened.
    tell(undefined)
    listening = next
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
    hearAll: inTurns(async () => {
      const answered = listening && (await listening.query(anything).catch(() => undefined))
      if (!answered) tell(undefined)
    }),
    stop: async () => {
      stopping.abort()
      await client?.end().catch(() => undefined)
    },
  }
}
