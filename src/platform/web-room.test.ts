import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import { Hono } from 'hono'
import { isUnavailable } from './unavailable.ts'
import { needsRoom } from './web-room.ts'
import type { Env } from './web.ts'

/** A form and a page behind a disk that needs this much room. */
function anApp(folder: string, least?: number) {
  const app = new Hono<Env>()
  app.onError((error, c) => c.text(error.message, isUnavailable(error) ? 503 : 500))
  app.use(needsRoom(folder, least))
  return app.all('/', (c) => c.text('ok'))
}

test('a nearly full disk refuses forms, and pages are still read', async () => {
  const app = anApp(tmpdir(), Number.MAX_SAFE_INTEGER)
  assert.equal((await app.request('/', { method: 'POST' })).status, 503)
  assert.equal((await app.request('/')).status, 200)
})

test('with room, or without such a folder, forms are taken', async () => {
  for (const app of [anApp(tmpdir(), 1), anApp('/nonexistent')]) {
    assert.equal((await app.request('/', { method: 'POST' })).status, 200)
  }
})
