import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { Hono } from 'hono'
import { aCentre, testDeps, Visitor } from '#test/support.ts'
import { anonymous, type Actor } from './actor.ts'
import { recordAudit } from './audit.ts'
import { findDraft, newDraftToken, saveDraft } from './drafts.ts'
import { pageCache } from './web-cache.ts'
import { newFormKey } from './form-keys.ts'
import { once } from './web-once.ts'
import { requestContext, pathWithoutLang, tenantOfHost } from './web-request.ts'
import { maxFormBytes, receiveForm, sameOriginOnly, securityHeaders } from './web-security.ts'
import { transaction } from './web-transaction.ts'
import { allow, answerHtml, BadRequest, formValues, idParam, NotFound, redirect, type Env } from './web.ts'

const deps = await testDeps()

/** A little application on the real platform: each route does one thing that the platform must treat rightly. */
async function anApp(actor: Actor = anonymous, most?: number) {
  const centre = await aCentre(deps)
  const token = newDraftToken()
  const cache = pageCache(undefined, most)
  let drawn = 0
  const app = new Hono<Env>({ getPath: pathWithoutLang })
  app.onError((error, c) => {
    if (error instanceof BadRequest) return c.text(error.message, error.status)
    return c.text(error.name, error instanceof NotFound ? 404 : error.name === 'Forbidden' ? 403 : 500)
  })
  app.use(requestContext(deps), securityHeaders(true), sameOriginOnly, receiveForm, tenantOfHost(deps))
  app.use('/kept', cache.middleware)
  app.use(transaction(deps, async () => actor))
  app.get('/kept', (c) => answerHtml(c, `<p>${(drawn += 1)} ${c.var.lang}</p>`, 200))
  app.get('/staff', allow('plan.read'), (c) => c.text('a plan'))
  app.get('/thing/:id', (c) => c.text(idParam(c)))
  app.post('/echo', async (c) => c.json(await formValues(c)))
  app.post('/once', async (c) => once(c, await formValues(c), 'thing', () => Promise.resolve('/thanks')))
  app.post('/looked-up', async (c) => {
    await findDraft(c.var.tx, token, 'form')
    return c.json(await formValues(c))
  })
  app.post('/write/:status', async (c) => {
    await saveDraft(c.var.tx, token, 'form', { answer: 'yes' })
    recordAudit(c.var.tx, { event: 'thing.written' })
    recordAudit(c.var.tx, { event: 'thing.read' })
    if (c.req.param('status') === '500') throw new Error('a surprise')
    if (c.req.param('status') === '303') return redirect(c, '/thanks')
    return c.text('refused', 422)
  })
  const events = () =>
    centre.work(async (tx) => {
      const all = tx.db.selectFrom('audit_event').select('event').where('tenant_id', '=', tx.tenantId)
      const rows = await all.orderBy('seq').execute()
      return rows.map(({ event }) => event)
    })
  const written = () => centre.work((tx) => findDraft(tx, token, 'form'))
  return { app, centre, cache, events, written, visitor: new Visitor(app, centre.host) }
}

test('an answer keeps what was written and audits it', async () => {
  const { visitor, written, events } = await anApp()
  const answer = await visitor.post('/uk/write/303', {})
  assert.equal(answer.status, 303)
  assert.equal(answer.location, '/uk/thanks')
  assert.deepEqual({ ...(await written()) }, { answer: 'yes' })
  assert.deepEqual(await events(), ['thing.written', 'thing.read'])
})

for (const status of ['422', '500']) {
  test(`an answer of ${status} stores nothing, but what was seen is audited`, async () => {
    const { visitor, written, events } = await anApp()
    assert.equal((await visitor.post(`/write/${status}`, {})).status, Number(status))
    assert.equal(await written(), undefined)
    assert.deepEqual(await events(), ['thing.read'])
  })
}

test('an unsafe request from another site, or from nowhere, is refused', async () => {
  const { visitor } = await anApp()
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: '' },
  ]
  for (const headers of foreign) {
    assert.equal((await visitor.post('/echo', {}, headers)).status, 403, JSON.stringify(headers))
  }
  assert.equal((await visitor.post('/echo', {}, { 'sec-fetch-site': 'same-origin' })).status, 200)
})

test('a form larger than any form, or of another type, is refused', async () => {
  const { visitor } = await anApp()
  assert.equal((await visitor.post('/echo', { text: 'x'.repeat(maxFormBytes) })).status, 413)
  assert.equal((await visitor.post('/echo', {}, { 'content-type': 'application/json' })).status, 415)
})

test('a form that says it is too large is refused before it comes', async () => {
  const { visitor } = await anApp()
  assert.equal((await visitor.post('/echo', {}, { 'content-length': String(maxFormBytes) })).status, 200)
  assert.equal((await visitor.post('/echo', {}, { 'content-length': String(maxFormBytes + 1) })).status, 413)
})

test('a form that is to be done once bears its key', async () => {
  const { visitor } = await anApp()
  assert.equal((await visitor.post('/once', { _key: newFormKey() })).location, '/thanks')
  for (const key of ['', 'no key', 'x'.repeat(500)]) {
    const answer = await visitor.post('/once', { _key: key })
    assert.equal(answer.status, 400)
    assert.equal(answer.text, 'not-a-form-key')
  }
})

test('slow senders hold no connection to the database', async () => {
  const { app, centre, visitor } = await anApp()
  const headers = { origin: `http://${centre.host}`, 'content-type': 'application/x-www-form-urlencoded' }
  const senders: ReadableStreamDefaultController<Uint8Array>[] = []
  const slow = Array.from({ length: 12 }, async () => {
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void senders.push(controller) })
    const init = { method: 'POST', headers: { ...headers, host: centre.host }, body, duplex: 'half' }
    return app.fetch(new Request(`http://${centre.host}/looked-up`, init))
  })
  const answered = await Promise.race([visitor.post('/looked-up', {}), setTimeout(3000, undefined, { ref: false })])
  for (const sender of senders) sender.close()
  assert.deepEqual(new Set((await Promise.all(slow)).map(({ status }) => status)), new Set([200]))
  assert.equal(answered?.status, 200)
})

test('every answer carries the security headers, and no page of a person may be kept', async () => {
  const { visitor } = await anApp()
  for (const path of ['/staff', '/nowhere', '/thing/x']) {
    const { headers } = await visitor.get(path)
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/)
    assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe/)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.match(headers.get('strict-transport-security') ?? '', /max-age=\d{8}/)
    assert.equal(headers.get('cache-control'), 'no-store')
  }
})

test('who is not signed in is led to the sign-in page and back; whose role lacks the action is refused', async () => {
  const { visitor } = await anApp()
  assert.equal((await visitor.get('/en/staff?a=1')).location, '/en/logowanie?dalej=%2Fstaff%3Fa%3D1')
  const clerk: Actor = {
    kind: 'staff',
    accountId: crypto.randomUUID(),
    name: 'A',
    roles: ['front-desk'],
    deputyRoles: [],
  }
  assert.equal((await (await anApp(clerk)).visitor.get('/staff')).status, 403)
  assert.equal((await (await anApp({ ...clerk, roles: ['director'] })).visitor.get('/staff')).status, 200)
})

test('what is not an id is not found, before the database is asked', async () => {
  const { visitor } = await anApp()
  for (const odd of ['1', '%00', 'a'.repeat(500), "'; drop table person; --"]) {
    assert.equal((await visitor.get(`/thing/${encodeURIComponent(odd)}`)).status, 404)
  }
})

test('a public page asked for twice is kept for its language and address, until its centre changes', async () => {
  const { visitor, cache, centre } = await anApp()
  const first = await visitor.get('/kept')
  assert.equal(first.text, '<p>1 pl</p>')
  assert.equal(first.headers.get('etag'), null)
  const second = await visitor.get('/kept')
  assert.equal(second.text, '<p>2 pl</p>')
  assert.equal((await visitor.get('/kept')).text, '<p>2 pl</p>')
  assert.equal((await visitor.get('/uk/kept')).text, '<p>3 uk</p>')
  assert.equal((await visitor.get('/kept?q=x')).text, '<p>4 pl</p>')
  const unchanged = await visitor.get('/kept', { 'if-none-match': second.headers.get('etag') ?? '' })
  assert.equal(unchanged.status, 304)
  cache.forget(crypto.randomUUID())
  assert.equal((await visitor.get('/kept')).text, '<p>2 pl</p>')
  cache.forget(centre.id)
  assert.equal((await visitor.get('/kept')).text, '<p>5 pl</p>')
})

test('an address asked for once is forgotten after a thousand others, and a very long one is never kept', async () => {
  const { visitor } = await anApp()
  await visitor.get('/kept')
  for (let other = 0; other < 1000; other++) await visitor.get(`/kept?q=${other}`)
  await visitor.get('/kept')
  assert.equal((await visitor.get('/kept')).text, '<p>1003 pl</p>')
  const long = `/kept?q=${'x'.repeat(1000)}`
  await visitor.get(long)
  await visitor.get(long)
  assert.equal((await visitor.get(long)).text, '<p>1006 pl</p>')
})

test('a page that is kept is drawn as for nobody in particular, whoever asks first', async () => {
  const clerk: Actor = { kind: 'staff', accountId: crypto.randomUUID(), name: 'A', roles: [], deputyRoles: [] }
  const { visitor } = await anApp(clerk)
  assert.equal((await visitor.get('/kept')).text, '<p>1 pl</p>')
})

test('a kept page of one centre is never shown by another', async () => {
  const { app, visitor } = await anApp()
  await visitor.get('/kept')
  await visitor.get('/kept')
  const other = await aCentre(deps)
  assert.equal((await new Visitor(app, other.host).get('/kept')).text, '<p>3 pl</p>')
})

test('an unknown host has no pages', async () => {
  const { app } = await anApp()
  await aCentre(deps)
  assert.equal((await new Visitor(app, 'nobody.example').get('/kept')).status, 404)
  const odd = await app.request('http://localhost/kept', { headers: { host: 'no host name' } })
  assert.equal(odd.status, 400)
  assert.equal(await odd.text(), 'not a host name')
})

test('what is kept of pages is bounded, the oldest go first, and long addresses are not kept', async () => {
  const { visitor } = await anApp(anonymous, 1000)
  const keptText = async (path: string) => {
    await visitor.get(path)
    return (await visitor.get(path)).text
  }
  const first = await keptText('/kept')
  assert.equal((await visitor.get('/kept')).text, first)
  for (let n = 0; n < 100; n += 1) await keptText(`/kept?n=${n}`)
  assert.notEqual((await visitor.get('/kept')).text, first, 'the oldest went')
  const last = await keptText('/kept?n=99')
  assert.equal((await visitor.get('/kept?n=99')).text, last, 'the newest stays')
  const long = `/kept?n=${'9'.repeat(400)}`
  assert.notEqual(await keptText(long), (await visitor.get(long)).text)
})
