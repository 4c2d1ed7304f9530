import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent, request, type ClientRequest, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { testDeps } from '#test/support.ts'
import { anonymous, type Actor } from './actor.ts'
import { PaceKeeper, type PaceOptions } from './pace/pace-keeper.ts'
import { paced } from './web-pace.ts'
import { requestContext } from './web-request.ts'
import { securityHeaders } from './web-security.ts'
import type { Env } from './web.ts'

const deps = await testDeps()
const clerk: Actor = { kind: 'staff', accountId: crypto.randomUUID(), name: 'A', roles: [], deputyRoles: [] }
const inside = { cookie: '__Host-session=inside' }

/**
 * Four pages at once, six that wait, and one more each time the test's clock goes on by a twentieth of a second; on a
 * real port, with a page that is kept and a session that is somebody's.
 */
async function aServer(options: Partial<PaceOptions> = {}) {
  const clock = { now: 0 }
  const pace = { perSecond: 20, secondsAtOnce: 0.2, longestWaitSeconds: 0.3 }
  const keeper = new PaceKeeper({ ...pace, now: () => clock.now, ...options })
  const app = new Hono<Env>()
  let drawn = 0
  const { forms, pages, drawing } = paced(keeper, (lang) => Buffer.from(`too fast in ${lang}`), deps.log)
  app.use(requestContext(deps), securityHeaders(false), forms)
  app.get('/kept', (c) => c.text('kept'))
  app.use(pages, drawing)
  const draws: (() => void)[] = []
  app.get('/slow', async (c) => {
    await new Promise<void>((resolve) => draws.push(resolve))
    return c.text('slow')
  })
  app.get('/limited', (c) => c.text('too many', 429))
  app.all('*', (c) => {
    c.set('actor', c.req.header('cookie') === inside.cookie ? clerk : anonymous)
    return c.text(String((drawn += 1)))
  })
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const agent = new Agent({ keepAlive: true })
  after(() => {
    keeper.stop()
    agent.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const begin = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    request({ agent, port, path, headers, method })
      .on('error', () => {})
      .end()
  const ask = (...asked: Parameters<typeof begin>) => answerTo(begin(...asked))
  /** Everything that goes at once, and all who may wait. */
  const fill = async () => {
    for (let page = 0; page < 4; page += 1) await ask('/')
    const waiting = Array.from({ length: 6 }, () => begin('/'))
    await untilReceived(server, waiting.length)
    return waiting
  }
  return { clock, draws, keeper, server, begin, ask, fill, drawn: () => drawn }
}

async function answerTo(asked: ClientRequest) {
  const began = performance.now()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const text = (await answer.setEncoding('utf8').toArray()).join('')
  return { status: answer.statusCode, headers: answer.headers, text, milliseconds: performance.now() - began }
}

const connectionsOf = (...answers: Pick<IncomingMessage, 'headers'>[]) =>
  new Set(answers.map(({ headers }) => headers.connection))

/** The requests are with the server, which has had time to look at them. */
async function untilReceived(server: Server, count: number): Promise<void> {
  for (let received = 0; received < count; received += 1) await Promise.race([once(server, 'request'), pause(50)])
  await pause(50)
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

test('within the pace nothing waits; over it a page comes when its turn does', async () => {
  const { ask, clock, drawn } = await aServer()
  const first = await Promise.all([ask('/'), ask('/'), ask('/'), ask('/')])
  assert.ok(first.every(({ status }) => status === 200))
  const fifth = ask('/')
  await pause(150)
  assert.equal(drawn(), 4)
  clock.now += 50
  assert.equal((await fifth).status, 200)
})

test('who finds the line full is refused, after a while, in their language, and told when to come again', async () => {
  const { ask, fill, drawn } = await aServer()
  await fill()
  const [page, form] = await Promise.all([ask('/uk/'), ask('/', {}, 'POST')])
  for (const { status, headers, milliseconds } of [page, form]) {
    assert.equal(status, 429)
    assert.equal(headers['retry-after'], '5')
    assert.equal(headers['cache-control'], 'no-store')
    assert.ok(headers['content-security-policy'])
    assert.notEqual(headers.connection, 'close')
    assert.ok(milliseconds > 900, String(milliseconds))
  }
  assert.equal(page.text, 'too fast in uk')
  assert.equal(form.text, 'too fast in pl')
  assert.equal(drawn(), 4)
})

test('pages that are kept, other addresses and whoever was seen at work pass by the line', async () => {
  const { ask, clock, fill, keeper } = await aServer()
  await ask('/', inside)
  clock.now += 50
  await fill()
  assert.equal((await ask('/kept')).status, 200)
  assert.equal((await ask('/', inside)).status, 200)
  assert.ok(keeper.mayGo('198.51.100.1'))
  assert.equal((await ask('/', { cookie: '__Host-session=made-up' })).status, 429)
})

test('whoever hangs up while waiting leaves their place in the line, and nothing is drawn for them', async () => {
  const { ask, clock, fill, drawn } = await aServer()
  const waiting = await fill()
  for (const one of waiting) one.destroy()
  await pause(50)
  const next = ask('/')
  await pause(50)
  clock.now += 50
  assert.equal((await next).status, 200)
  assert.equal(drawn(), 5)
})

test('an answer by which a page tells of a limit of its own is kept back too', async () => {
  const { ask } = await aServer({ mostHeldAnswers: 1 })
  const [one, other] = await Promise.all([ask('/limited'), ask('/limited')])
  assert.deepEqual([one.text, other.text], ['too many', 'too many'])
  assert.ok(Math.max(one.milliseconds, other.milliseconds) > 900)
  assert.deepEqual(connectionsOf(one, other), new Set(['close', 'keep-alive']))
})

test('where no more refusals can be kept back they go out at once, and the connection ends', async () => {
  const { ask, fill } = await aServer({ mostHeldAnswers: 1 })
  await fill()
  const [one, other] = await Promise.all([ask('/'), ask('/')])
  assert.deepEqual([one.status, other.status], [429, 429])
  assert.deepEqual(connectionsOf(one, other), new Set(['close', 'keep-alive']))
})

test('a server that stops answers all who wait and all who are held back at once', async () => {
  const { ask, fill, keeper, server } = await aServer()
  const waiting = (await fill()).map(answerTo)
  const held = ask('/')
  await pause(50)
  const closed = new Promise((resolve) => server.close(resolve))
  keeper.stop()
  for (const { status, headers } of await Promise.all([...waiting, held])) {
    assert.equal(status, 429)
    assert.equal(headers.connection, 'close')
  }
  await closed
})

test('of one address so many are drawn at a time; the others take turns, and who is at work does not wait', async () => {
  const { ask, begin, clock, draws, keeper } = await aServer({ secondsAtOnce: 5 })
  await ask('/', inside)
  clock.now += 1000
  const slow = Array.from({ length: 5 }, () => answerTo(begin('/slow')))
  const leaves = begin('/slow')
  await pause(100)
  assert.equal(draws.length, 3)
  leaves.destroy()
  assert.equal((await ask('/', inside)).status, 200)
  assert.equal(keeper.beginDrawing('198.51.100.1'), undefined)
  for (let drawn = 0; drawn < 5; drawn += 1) {
    await pause(50)
    draws[drawn]!()
  }
  assert.ok((await Promise.all(slow)).every(({ status }) => status === 200))
  assert.equal(draws.length, 5)
  assert.equal((await ask('/')).status, 200)
})
