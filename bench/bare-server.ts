import { createServer, type OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An answer as it was recorded. */
export interface Recorded {
  headers: OutgoingHttpHeaders
  /** Base64. */
  body: string
}

/** What Node alone can do: sends recorded bytes with their headers and thinks of nothing. One path for each answer. */
process.once('message', (recorded: Record<string, Recorded>) => {
  const answers = new Map(
    Object.entries(recorded).map(([path, { headers, body }]) => [path, { headers, body: Buffer.from(body, 'base64') }]),
  )
  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '')
    response.writeHead(answer ? 200 : 404, answer?.headers).end(answer?.body)
  })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
})
