import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { type Environment, readConfig } from './config.ts'

function mistakes(environment: Environment): string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    return (error as Error).message
      .split('\n')
      .slice(1)
      .map((line) => line.trim())
  }
}

const server = { DATABASE_URL: 'postgres://splot_app:x@db/splot', SPLOT_SECRET: 'x'.repeat(32) }

test('addresses of a pooler and of a replica need the database beside them', () => {
  const beside = { DATABASE_DIRECT_URL: 'postgres://splot_app:x@db/splot', DATABASE_REPLICA_URL: 'postgres://b/splot' }
  assert.deepEqual(mistakes(beside), [
    'DATABASE_DIRECT_URL needs DATABASE_URL beside it',
    'DATABASE_REPLICA_URL needs DATABASE_URL beside it',
  ])
  assert.equal(readConfig({ ...server, ...beside }).databaseDirectUrl, beside.DATABASE_DIRECT_URL)
})

test('with nothing set Splot serves on loopback from an embedded database with the sample', () => {
  const config = readConfig({})
  assert.equal(config.host, '127.0.0.1')
  assert.equal(config.port, 3000)
  assert.equal(config.dataFolder, resolve('data'))
  assert.equal(config.sample, true)
  assert.equal(config.baseUrl, 'http://localhost:3000')
})

test('a setting left empty counts as not set', () => {
  assert.deepEqual(readConfig({ PORT: '', SMTP_URL: '', SPLOT_SAMPLE: '' }), readConfig({}))
})

test('behind DATABASE_URL the sample is only loaded when asked for', () => {
  assert.equal(readConfig(server).sample, false)
  assert.equal(readConfig({ ...server, SPLOT_SAMPLE: 'yes' }).sample, true)
})

test('every mistake is named at once, values are not', () => {
  const found = mistakes({
    PORT: 'http',
    DATABASE_URL: 'mysql://root:hunter2@db/x',
    SPLOT_SAMPLE: 'maybe',
    SPLOT_BASE_URL: 'cus.example.pl',
    SPLOT_TRUSTED_PROXY: 'nginx',
    SMTP_URL: 'mail',
    LOG_LEVEL: 'loud',
  })
  assert.deepEqual(
    found.map((line) => line.split(' ')[0]),
    [
      'PORT',
      'DATABASE_URL',
      'SPLOT_SAMPLE',
      'SPLOT_BASE_URL',
      'SPLOT_TRUSTED_PROXY',
      'SMTP_URL',
      'LOG_LEVEL',
      'SPLOT_SECRET',
    ],
  )
  assert.ok(!found.join().includes('hunter2'))
})

test('forty pages a second are for each address unless set; none, or what is no number, is a mistake', () => {
  assert.equal(readConfig({}).pagesPerSecond, 40)
  assert.equal(readConfig({ SPLOT_PAGES_PER_SECOND: '200' }).pagesPerSecond, 200)
  for (const value of ['0', '-1', '1.5', 'many', '2000000']) {
    assert.match(mistakes({ SPLOT_PAGES_PER_SECOND: value })[0]!, /^SPLOT_PAGES_PER_SECOND/, value)
  }
})

test('a port beyond 65535, a short secret and an owner without a server are mistakes', () => {
  assert.match(mistakes({ PORT: '70000' })[0]!, /^PORT/)
  assert.match(mistakes({ SPLOT_SECRET: 'short' })[0]!, /^SPLOT_SECRET/)
  assert.match(mistakes({ DATABASE_OWNER_URL: 'postgres://o:x@db/splot' })[0]!, /^DATABASE_OWNER_URL/)
})
