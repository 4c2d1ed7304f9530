import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boundaryOf, readMultipart } from './multipart.ts'

const part = (head: string, content: string): string => `--x\r\n${head}\r\n\r\n${content}\r\n`
const field = (name: string, content: string): string => part(`Content-Disposition: form-data; name="${name}"`, content)
const file = (name: string, content: string): string =>
  part(`Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/html`, content)
const read = (body: string, isCut = false) => readMultipart(Buffer.from(body), 'x', isCut)

test('fields and a file are read as a browser sends them', async () => {
  const form = new FormData()
  form.append('title', 'Zaświadczenie „o dochodach”')
  form.append('many', 'a')
  form.append('many', 'b')
  form.append('file', new Blob([new Uint8Array([13, 10, 45, 45, 0, 255])]), 'zażółć "1".pdf')
  const request = new Request('http://x', { method: 'POST', body: form })
  const boundary = boundaryOf(request.headers.get('content-type')!)!
  const sent = readMultipart(Buffer.from(await request.arrayBuffer()), boundary, false)!
  assert.deepEqual({ ...sent.values }, { title: 'Zaświadczenie „o dochodach”', many: ['a', 'b'] })
  const { name, bytes, cutOff } = sent.files.get('file')!
  assert.equal(name, 'zażółć "1".pdf')
  assert.deepEqual([...bytes], [13, 10, 45, 45, 0, 255])
  assert.equal(cutOff, false)
})

test('what looks like a boundary inside a file is a part of the file', () => {
  const sent = read(`${field('a', '1')}${file('f', 'one\r\n--y\r\n--\r\n-x--x--')}--x--\r\n`)!
  assert.equal(sent.files.get('file')!.bytes.toString(), 'one\r\n--y\r\n--\r\n-x--x--')
})

test('of a body that was given up on the way everything is kept that had come', () => {
  const sent = read(`${field('title', 'co to jest')}${file('f.pdf', 'a lot').slice(0, -4)}`, true)!
  assert.deepEqual({ ...sent.values }, { title: 'co to jest' })
  assert.equal(sent.files.get('file')!.cutOff, true)
  const inHead = read(`${field('title', 'co to jest')}--x\r\nContent-Dispo`, true)!
  assert.deepEqual({ ...inHead.values }, { title: 'co to jest' })
})

test('what is no form is no form', () => {
  const whole = `${field('a', '1')}--x--\r\n`
  const many = field('a', '1').repeat(51)
  for (const body of [
    ...['', 'x', '--x', '--x\r\n', whole.slice(0, -5), whole.slice(1), `--y${whole.slice(3)}`, `${many}--x--`],
    ...[`--x\r\n${'a'.repeat(5000)}\r\n\r\n--x--`, '--x\r\nContent-Disposition: form-data\r\n\r\nv\r\n--x--'],
    file('f.pdf', 'a lot').slice(0, -2),
    ...['--x\r\nX: y\r\n\r\nv\r\n--x--', field('a', 'v'.repeat(70_000)) + '--x--', `${field('a', '1')}--xy`],
  ]) {
    assert.equal(read(body), undefined, body.slice(0, 60))
  }
  assert.ok(read(whole))
})

test('names that could reach an object’s prototype, NUL, and a second file change nothing', () => {
  const sent = read(`${field('__proto__', 'x')}${field('a', 'b\0c')}${file('1', 'one')}${file('2', 'two')}--x--`)!
  assert.deepEqual({ ...sent.values }, { a: 'bc' })
  assert.equal(Object.getPrototypeOf(sent.values), null)
  assert.equal(sent.files.get('file')!.bytes.toString(), 'one')
})

test('a boundary is what RFC 2046 lets it be', () => {
  const type = (rest: string) => boundaryOf(`multipart/form-data${rest}`)
  assert.equal(type('; boundary=----WebKitFormBoundaryX'), '----WebKitFormBoundaryX')
  assert.equal(type(';boundary="a b"'), 'a b')
  assert.equal(type('; charset=utf-8; boundary=x'), 'x')
  for (const rest of [
    '',
    ';',
    '; boundary=',
    '; boundary=""',
    `; boundary=${'x'.repeat(71)}`,
    '; boundary=a\r\nb',
    '; boundary="a',
  ]) {
    assert.equal(type(rest), undefined, rest)
  }
  assert.equal(boundaryOf('multipart/mixed; boundary=x'), undefined)
})
