import assert from 'node:assert/strict'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { guardedFetch, OutboundRefused, type OutboundRefusal } from './guarded-fetch.ts'
import { parseNetworks } from './web-address.ts'

const [nothing, here] = [parseNetworks('')!, parseNetworks('127.0.0.1, ::1')!]
const servers: Server[] = []
after(() => servers.forEach((server) => server.closeAllConnections()))
after(() => servers.forEach((server) => server.close()))

let connections = 0

async function aServer(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const refusedAs = (refused: OutboundRefusal) => (error: unknown) =>
  error instanceof OutboundRefused && error.refused === refused

const innerHosts = `127.0.0.1 127.1 2130706433 0x7f000001 0177.0.0.1 0 10.0.0.1 172.16.5.4 172.31.255.255 192.168.1.1
  169.254.169.254 100.64.0.1 198.18.0.1 224.0.0.1 255.255.255.255 [::1] [::] [::ffff:127.0.0.1] [::ffff:a9fe:a9fe]
  [fe80::1] [fc00::1] [fd00:ec2::254] [64:ff9b::7f00:1] [2002:7f00:1::] [ff02::1] localhost`.split(/\s+/)

test('no inner address is asked, however it is written', async () => {
  const { port } = new URL(await aServer((_, answer) => answer.end('secret')))
  for (const host of innerHosts) {
    for (const scheme of ['https', 'http']) {
      const { origin } = new URL(`${scheme}://${host}:${port}`)
      await assert.rejects(guardedFetch({ origin, allowed: nothing })(`${origin}/`), refusedAs('inner-address'), host)
    }
  }
  assert.equal(connections, 0)
})

test('loopback is asked where the operator allows it, and gets the form that was sent', async () => {
  const origin = await aServer((request, answer) => {
    request.setEncoding('utf8').on('data', (body: string) => answer.end(`${request.method} ${body}`))
  })
  const fetched = await guardedFetch({ origin, allowed: here })(`${origin}/token`, {
    method: 'POST',
    body: new URLSearchParams({ a: 'ż' }),
  })
  assert.equal(await fetched.text(), 'POST a=%C5%BC')
})

test('a public address is not asked without TLS', async () => {
  const origin = 'http://1.1.1.1'
  await assert.rejects(guardedFetch({ origin, allowed: here })(origin), refusedAs('not-encrypted'))
})

test('another host is not asked, nor another port or scheme of the same one', async () => {
  const fetchIt = guardedFetch({ origin: 'https://login.example.org', allowed: here })
  for (const url of ['https://evil.example/', 'https://login.example.org:8443/', 'http://login.example.org/']) {
    await assert.rejects(fetchIt(url), refusedAs('another-host'))
  }
})

test('a redirect is not followed', async () => {
  const origin = await aServer((_, answer) => answer.writeHead(302, { location: 'http://169.254.169.254/' }).end())
  assert.equal((await guardedFetch({ origin, allowed: here })(origin)).status, 302)
})

test('an endless answer is cut off, and so is a slow one', async () => {
  const endless = await aServer((_, answer) => {
    const more = () => void (answer.write('x'.repeat(10_000)) ? setImmediate(more) : answer.once('drain', more))
    more()
  })
  await assert.rejects(guardedFetch({ origin: endless, allowed: here })(endless), refusedAs('too-large'))
  const silent = await aServer(() => {})
  await assert.rejects(guardedFetch({ origin: silent, allowed: here, timeoutMs: 50 })(silent), refusedAs('too-slow'))
  const trickling = await aServer((_, answer) => void answer.write('x'))
  const fetchIt = guardedFetch({ origin: trickling, allowed: here, timeoutMs: 50 })
  await assert.rejects(fetchIt(trickling), refusedAs('too-slow'))
})
