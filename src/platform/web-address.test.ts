import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientAddress, parseNetworks } from './web-address.ts'

const none = parseNetworks('')!
const proxies = parseNetworks('127.0.0.1, 10.1.0.0/16 ::1, fd00::/8')!

test('without trusted proxies the socket alone tells the address, whatever a header says', () => {
  assert.equal(clientAddress('203.0.113.9', '198.51.100.1', none), '203.0.113.9')
  assert.equal(clientAddress('127.0.0.1', '198.51.100.1', none), '127.0.0.1')
  assert.equal(clientAddress(undefined, '198.51.100.1', none), 'unknown')
})

test('a header from someone who is no trusted proxy is not believed', () => {
  assert.equal(clientAddress('203.0.113.9', '198.51.100.1', proxies), '203.0.113.9')
  assert.equal(clientAddress('10.2.0.1', '198.51.100.1', proxies), '10.2.0.1')
})

test('behind trusted proxies the nearest stranger is the client; what they wrote before themself is not believed', () => {
  assert.equal(clientAddress('127.0.0.1', '198.51.100.1', proxies), '198.51.100.1')
  assert.equal(clientAddress('::ffff:127.0.0.1', '1.1.1.1, 198.51.100.1', proxies), '198.51.100.1')
  assert.equal(clientAddress('::1', '1.1.1.1,198.51.100.1, 10.1.2.3', proxies), '198.51.100.1')
  assert.equal(clientAddress('fd00::2', '2001:db8::7', proxies), '2001:db8::7')
  assert.equal(clientAddress('127.0.0.1', '127.0.0.1, 198.51.100.1', proxies), '198.51.100.1')
})

test('a header that holds no address leaves the proxy itself', () => {
  for (const header of [undefined, '', 'unknown', '1.1.1.1, unknown', '198.51.100.1:80', '<script>']) {
    assert.equal(clientAddress('127.0.0.1', header, proxies), '127.0.0.1', String(header))
  }
})

test('a list with anything but addresses and networks is refused', () => {
  for (const list of ['proxy', '10.0.0.0/33', '::1/129', '10.0.0.0/', '10.0.0.0/8/8', '10.0.0', '10.0.0.0/-1']) {
    assert.equal(parseNetworks(list), undefined, list)
  }
})
