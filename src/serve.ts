import { createAdaptorServer, type ServerType } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { PaceKeeper } from '#platform/pace/pace-keeper.ts'
import { createApp } from './app.tsx'
import type { Services } from './services.ts'

export interface Running {
  address: string
  stop(): Promise<void>
}

/** Milliseconds for the head of a request, for the whole of it, between two requests; how often that is looked at. */
const patience = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
}

/**
 * Milliseconds without a byte in either direction, such as a client that doesn't read its answer. Node waits twice as
 * long where a part was read meanwhile.
 */
const silence = 12_000

/** Listens, and says where. Slow or silent clients are let go, so that they can't hold the others up. */
export async function serve({ deps, feed }: Services): Promise<Running> {
  const keeper = new PaceKeeper({ perSecond: deps.config.pagesPerSecond })
  const app = createApp(deps, feed, keeper)
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: patience,
  })
  if ('timeout' in server) server.timeout = silence
  await listen(server, deps.config.port, deps.config.host)
  const { port } = server.address() as AddressInfo
  const stop = () => {
    const closed = close(server)
    keeper.stop()
    return closed
  }
  return { address: `http://${hostInAddress(deps.config.host)}:${port}/`, stop }
}

const listen = (server: ServerType, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken. Set PORT to another one.`) : error),
    )
    server.listen(port, host, () => resolve())
  })

/** Answers what has begun, then ends; idle connections are closed at once. */
const close = (server: ServerType): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 5_000).unref()
  })

const loopback = new Set(['127.0.0.1', '::1', '0.0.0.0', '::'])

/** A browser takes localhost for safe where it doubts an address made of numbers, and cookies need that. */
const hostInAddress = (host: string): string => (loopback.has(host) ? 'localhost' : host)
