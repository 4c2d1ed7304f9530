import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { isUnavailable } from './unavailable.ts'

const coded = (message: string, facts: object) => Object.assign(new Error(message), facts)

test('a broken or missing connection, a full disk and a restart are told from a mistake', () => {
  for (const error of [
    coded('connect ECONNREFUSED', { code: 'ECONNREFUSED', syscall: 'connect' }),
    coded('connect ENOENT /run/postgresql', { code: 'ENOENT', syscall: 'connect' }),
    coded('could not extend file', { code: '53100' }),
    coded('sorry, too many clients already', { code: '53300' }),
    coded('terminating connection due to administrator command', { code: '57P01' }),
    coded('cannot execute INSERT in a read-only transaction', { code: '25006' }),
    coded('canceling statement due to lock timeout', { code: '55P03' }),
    new Error('Connection terminated unexpectedly'),
    new AggregateError([coded('connect', { code: 'ECONNREFUSED', syscall: 'connect' })]),
  ])
    assert.ok(isUnavailable(error), error.message)
})

test('a mistake of ours stays a surprise', () => {
  for (const error of [
    coded('duplicate key value', { code: '23505' }),
    coded('syntax error', { code: '42601' }),
    coded('no such file', { code: 'ENOENT', syscall: 'open' }),
    coded('cancelled', { code: '57014' }),
    new AggregateError([]),
    new TypeError('undefined is not a function'),
    'a string',
  ])
    assert.ok(!isUnavailable(error), String(error))
})

test('what the driver says when nobody listens is known', async () => {
  const client = new pg.Client({ host: '/nonexistent', database: 'splot' })
  await assert.rejects(client.connect(), isUnavailable)
})
