import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One port before several, each request to the next; the host name that was asked for stays. */
export interface Balancer {
  port: number
  stop(): void
}

export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  let turn = 0
  const server = createServer((asked, answer) => {
    const { method, url: path, headers } = asked
    const port = ports[(turn += 1) % ports.length]!
    const onward = request({ host: '127.0.0.1', port, method, path, headers }, (answered) => {
      answer.writeHead(answered.statusCode!, answered.rawHeaders)
      answered.pipe(answer)
    })
    onward.once('error', () => answer.destroy())
    asked.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, () => resolve()))
  const stop = () => {
    server.close()
    server.closeAllConnections()
  }
  return { port: (server.address() as AddressInfo).port, stop }
}
