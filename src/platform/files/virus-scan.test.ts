import assert from 'node:assert/strict'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { answersPing, parseClamdAddress, scanForViruses, type ClamdAddress } from './virus-scan.ts'
import { aScanner, eicar } from '#test/scanner.ts'

const scanner = await aScanner()
after(() => scanner.stop())

/** Somebody who listens where clamd should, and does this with whoever connects. */
async function aPeer(talks: (socket: Socket) => void): Promise<ClamdAddress> {
  const server = createServer((socket) => talks(socket.on('error', () => {})))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => server.close())
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port }
}

const soon = { milliseconds: 200 }

test('a clean file is clean, and every byte of it was looked at', async () => {
  const bytes = Buffer.alloc(3_000_001, 'zażółć')
  assert.equal(await scanForViruses(scanner.address, bytes), 'clean')
  assert.deepEqual(scanner.seen.at(-1), bytes)
})

test('what holds a virus is infected', async () => {
  assert.equal(await scanForViruses(scanner.address, Buffer.from(`%PDF-1.7 ${eicar}`)), 'infected')
})

test('a scanner that is away, silent, hangs up, or says anything but OK lets nothing pass', async () => {
  const gone = await aPeer((socket) => socket.destroy())
  const silent = await aPeer(() => {})
  const errs = await aPeer((socket) => socket.end('INSTREAM size limit exceeded. ERROR\0'))
  const babbles = await aPeer((socket) => socket.end('x'.repeat(10_000)))
  const almost = await aPeer((socket) => socket.end('stream: OK'))
  const other = await aPeer((socket) => socket.end('stream: OK NOT\0'))
  for (const address of [
    gone,
    silent,
    errs,
    babbles,
    almost,
    other,
    { host: '127.0.0.1', port: 1 },
    { path: '/none' },
  ]) {
    assert.equal(await scanForViruses(address, Buffer.alloc(500_000), soon), 'unscanned', JSON.stringify(address))
  }
})

test('PING is answered by clamd, on a port and on a socket of the machine, and by nobody else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'splot-clamd-'))
  const local = await aScanner(join(folder, 'clamd.ctl'))
  assert.equal(await answersPing(scanner.address), true)
  assert.equal(await answersPing(local.address), true)
  assert.equal(await answersPing(await aPeer((socket) => socket.end('220 mail\r\n')), soon), false)
  await local.stop()
  await rm(folder, { recursive: true })
})

test('the setting is a port or the path of a socket', () => {
  assert.deepEqual(parseClamdAddress('127.0.0.1:3310'), { host: '127.0.0.1', port: 3310 })
  assert.deepEqual(parseClamdAddress('[::1]:3310'), { host: '::1', port: 3310 })
  assert.deepEqual(parseClamdAddress('/run/clamav/clamd.ctl'), { path: '/run/clamav/clamd.ctl' })
  for (const text of ['clamav', 'clamav:', ':3310', 'a b:1', 'http://clamav:3310', '127.0.0.1:99999', '::1:3310']) {
    assert.equal(parseClamdAddress(text), undefined, text)
  }
})
