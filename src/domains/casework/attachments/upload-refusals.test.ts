import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { createApp } from '#app'
import { anAttachment, anAttachmentCase, attachKey, attachmentRows } from '#test/attachment-case.ts'
import { aJpeg, aPdf, aPng, aScan, pngSignature } from '#test/files.ts'
import { aScanner, eicar } from '#test/scanner.ts'
import type { SentFile, Visitor } from '#test/support.ts'
import { pl } from './text.pl.ts'

const scanner = await aScanner()
after(() => scanner.stop())
const town = await anAttachmentCase()
const { desk, path } = town

async function refused(
  file: SentFile | undefined,
  sentence: string,
  title = 'Zaświadczenie o dochodach',
): Promise<void> {
  const answer = await desk.submitFile(path, { title }, file)
  assert.equal(answer.status, 422, `${answer.status} for ${sentence}`)
  assert.ok(answer.text.includes(`href="#file">${sentence}`), `${sentence} is linked to the field`)
  assert.ok(answer.text.includes(`value="${title}"`), 'what was typed is kept')
  assert.match(answer.text, /aria-describedby="file-hint file-error"/)
  assert.deepEqual(await attachmentRows(town, path), [])
}

const t = pl.fileRefusals

test('nothing chosen, and a file of nothing, are told apart', async () => {
  await refused(undefined, t.missing)
  await refused({ name: 'pusty.pdf', bytes: Buffer.alloc(0), type: 'application/pdf' }, t.empty)
})

test('the type is told from the content, whatever the name and the browser say', async () => {
  const html = Buffer.from('<!doctype html><script>alert(1)</script>')
  for (const [name, type] of [
    ['a.pdf', 'application/pdf'],
    ['a.jpg', 'image/jpeg'],
    ['a.png', 'image/png'],
  ] as const) {
    await refused({ name, bytes: html, type }, t['wrong-type'])
  }
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  await refused({ name: 'a.png', bytes: svg, type: 'image/png' }, t['wrong-type'])
  await refused({ name: 'a.pdf', bytes: Buffer.from('PK\x03\x04', 'latin1') }, t['wrong-type'])
})

test('a file that only begins well is damaged', async () => {
  for (const bytes of [aPdf().subarray(0, -20), aJpeg().subarray(0, -2), aPng().subarray(0, -1), pngSignature]) {
    await refused({ name: 'skan.pdf', bytes }, t.damaged)
  }
  await refused({ name: 'a.pdf', bytes: Buffer.from('%PDF-1.7\n<script>alert(1)</script>') }, t.damaged)
})

test('a picture that would fill the memory of who opens it is refused', async () => {
  await refused({ name: 'a.png', bytes: aPng({ width: 60_000, height: 60_000 }) }, t['too-many-pixels'])
  await refused({ name: 'a.jpg', bytes: aJpeg({ width: 65_535, height: 65_535 }) }, t['too-many-pixels'])
})

test('a form without words for the file comes back with both mistakes', async () => {
  const answer = await desk.submitFile(path, { title: ' ' }, undefined)
  assert.equal(answer.status, 422)
  assert.match(answer.text, /href="#title">Napisz, co to jest/)
  assert.match(answer.text, /href="#file">Wybierz plik/)
  const long = await desk.submitFile(path, { title: 'x'.repeat(201) }, aScan)
  assert.match(long.text, /href="#title">Skróć opis do 200 znaków/)
  const plain = await desk.submit(path, { title: 'Skan' }, 'type="file"')
  assert.equal(plain.status, 422, 'a form sent as plain fields has no file')
})

/** A body that is made while it is read, so that it can be seen how much of it was. */
function aLongBody(
  key: string,
  megabytes: number,
  title = 'Bardzo długi skan',
): { body: ReadableStream<Uint8Array>; pulled: () => number } {
  const field = (name: string, value: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const file = '--x\r\nContent-Disposition: form-data; name="file"; filename="film.pdf"\r\n\r\n%PDF-1.7\n'
  const head = Buffer.from(field('_key', key) + field('title', title) + file)
  const piece = new Uint8Array(256 * 1024)
  let pieces = 0
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(head),
    pull: (controller) => {
      if (pieces === megabytes * 4) {
        controller.enqueue(Buffer.from('\r\n--x--\r\n'))
        return controller.close()
      }
      pieces += 1
      return controller.enqueue(piece)
    },
  })
  return { body, pulled: () => pieces / 4 }
}

const app = createApp(town.deps)
const attach = `${path}/zalaczniki`

function sendLong(visitor: Visitor, body: ReadableStream<Uint8Array>, to = attach, boundary = 'boundary=x') {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = {
    host: town.host,
    origin: `http://${town.host}`,
    cookie,
    'content-type': `multipart/form-data; ${boundary}`,
  }
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
  return Promise.resolve(app.fetch(new Request(`http://${town.host}${to}`, init)))
}

test('of a file that is too large no more is kept than may be, and what was typed comes back', async () => {
  const { body, pulled } = aLongBody(attachKey(await desk.get(path)), 30)
  const before = process.memoryUsage().rss
  const answer = await sendLong(desk, body)
  assert.equal(answer.status, 422)
  const text = await answer.text()
  assert.ok(text.includes(`href="#file">${t['too-large']}`))
  assert.match(text, /value="Bardzo długi skan"/)
  assert.equal(pulled(), 30, 'a browser that is still sending is heard out')
  assert.ok(process.memoryUsage().rss - before < 128 * 2 ** 20)
  assert.deepEqual(await attachmentRows(town, path), [])
})

test('a file that was cut off is too large, also when other fields took its room', async () => {
  const { body } = aLongBody(attachKey(await desk.get(path)), 10, 'x'.repeat(1_000_000))
  const text = await (await sendLong(desk, body)).text()
  assert.ok(text.includes(`href="#file">${t['too-large']}`))
})

test('who never stops sending is hung up on', async () => {
  const { body, pulled } = aLongBody(attachKey(await desk.get(path)), 5000)
  const answer = await sendLong(desk, body)
  assert.equal(answer.status, 422)
  assert.ok(pulled() < 70, `${pulled()} MB were read`)
})

test('who may not add one isn’t listened to: not a byte is read', async () => {
  const accountant = town.staff(['accountant'])
  await accountant.get('/praca')
  for (const [visitor, status] of [
    [town.resident(), 303],
    [accountant, 403],
  ] as const) {
    const { body, pulled } = aLongBody('x'.repeat(22), 20)
    const answer = await sendLong(visitor, body)
    assert.equal(answer.status, status)
    assert.ok(pulled() <= 0.5, `${pulled()} MB`)
  }
  const { body, pulled } = aLongBody('x'.repeat(22), 20)
  assert.equal((await sendLong(desk, body, `${path}/koordynator`)).status, 415, 'no file goes where none belongs')
  assert.ok(pulled() <= 0.5)
})

test('a body that is no form is refused, and one that breaks off', async () => {
  const type = { 'content-type': 'multipart/form-data; boundary=x' }
  for (const body of ['', 'nothing', '--x\r\n\r\n', '--x--']) {
    const stream = new Blob([body]).stream()
    assert.equal((await sendLong(desk, stream)).status, 400, body)
  }
  const none = await desk.post(attach, {}, { 'content-type': 'multipart/form-data' })
  assert.equal(none.status, 415)
  assert.equal((await desk.post(attach, {}, { ...type, 'content-type': 'multipart/form-data; x' })).status, 400)
  const named = 'Content-Disposition: form-data; name="_key"'
  const key = attachKey(await desk.get(path))
  const unnamed = new Blob([`--undefined\r\n${named}\r\n\r\n${key}\r\n--undefined--\r\n`]).stream()
  assert.equal((await sendLong(desk, unnamed, undefined, 'x')).status, 400, 'no boundary is named')
  const broken = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('gone')) })
  assert.equal((await sendLong(desk, broken)).status, 400)
})

test('whatever else a file is besides, it is only ever saved', async () => {
  const at = await town.another()
  const page = Buffer.from('<html><script>alert(document.cookie)</script></html>')
  const archive = Buffer.from('PK\x05\x06' + '\0'.repeat(18), 'latin1')
  const twofaced = Buffer.concat([aJpeg(), page, archive])
  const { headers, bytes } = await desk.get(await anAttachment(desk, at, { name: 'zdjęcie.html', bytes: twofaced }))
  assert.deepEqual(Buffer.from(bytes), twofaced)
  assert.equal(headers.get('content-type'), 'image/jpeg')
  assert.match(headers.get('content-disposition')!, /^attachment; filename="zdjecie\.jpg"/)
  assert.equal(headers.get('x-content-type-options'), 'nosniff')
  assert.match(headers.get('content-security-policy')!, /^sandbox; default-src 'none'/)
})

test('where a scanner is set, only what it calls clean is taken; when it’s away, nothing is', async () => {
  const at = await town.another()
  const { config } = town.deps
  const infected = { name: 'umowa.pdf', bytes: aPdf(eicar) }
  try {
    town.deps.config = { ...config, clamd: scanner.address }
    await refused(infected, t.infected)
    await anAttachment(desk, at)
    assert.deepEqual(scanner.seen.at(-1), aScan.bytes)
    town.deps.config = { ...config, clamd: { host: '127.0.0.1', port: 1 } }
    await refused(aScan, t.unscanned)
  } finally {
    town.deps.config = config
  }
  await anAttachment(desk, at, infected)
})

test('many files at once take their turns and all arrive', async () => {
  const at = await town.another()
  const keys = await Promise.all(Array.from({ length: 8 }, async () => attachKey(await desk.get(at))))
  const sent = keys.map((_key) => desk.upload(`${at}/zalaczniki`, { _key, title: 'Skan' }, aScan))
  assert.deepEqual(
    (await Promise.all(sent)).map(({ status }) => status),
    Array<number>(8).fill(303),
  )
  assert.equal((await attachmentRows(town, at)).length, 8)
})

/** A form that stays in the middle of its file until it is let go. */
function aSlowBody(key: string): { body: ReadableStream<Uint8Array>; begun: () => boolean; finish: () => void } {
  let begun = false
  const { promise, resolve } = Promise.withResolvers<void>()
  const { body: whole } = aLongBody(key, 0)
  const reader = whole.getReader()
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        begun = true
        const { done, value } = await reader.read()
        if (done) return controller.close()
        controller.enqueue(value)
        return promise
      },
    },
    { highWaterMark: 0 },
  )
  return { body, begun: () => begun, finish: resolve }
}

test('no more than three are read at a time: the others wait unread', async () => {
  const key = attachKey(await desk.get(path))
  const slow = [1, 2, 3, 4].map(() => aSlowBody(key))
  const answers = slow.map(({ body }) => sendLong(desk, body))
  const reading = () => slow.filter(({ begun }) => begun()).length
  while (reading() < 3) await setTimeout(5)
  await setTimeout(50)
  assert.equal(reading(), 3)
  for (const { finish } of slow) finish()
  for (const answer of await Promise.all(answers)) assert.ok([422, 303].includes(answer.status), String(answer.status))
  assert.equal(reading(), 4)
})
