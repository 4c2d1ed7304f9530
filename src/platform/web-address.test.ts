import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientAddress, parseNetworks, placeOf } from './web-address.ts'

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

test('all addresses of an IPv6 network are one place, however they are written', () => {
  for (const address of [
    '2001:db8:0:1::7',
    '2001:0DB8::1:ffff:0:0:7',
    '2001:db8:0:1:1:2:3:4',
    '2001:db8:0:1::1.2.3.4',
  ]) {
    assert.equal(placeOf(address), '2001:db8:0:1::/64', address)
  }
  assert.equal(placeOf('2001:db8:0:2::7'), '2001:db8:0:2::/64')
  assert.equal(placeOf('::1'), '0:0:0:0::/64')
  assert.equal(placeOf('fe80::1%eth0'), 'fe80:0:0:0::/64')
})

test('an IPv4 address is a place of its own', () => {
  assert.equal(placeOf('198.51.100.1'), '198.51.100.1')
  assert.equal(placeOf('unknown'), 'unknown')
})
