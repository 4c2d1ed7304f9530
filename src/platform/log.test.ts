import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLog } from './log.ts'

function lineOf(error: unknown): string {
  const lines: string[] = []
  createLog('info', { write: (line: string) => void lines.push(line) }).error({ err: error }, 'unexpected')
  return lines.join('')
}

test('an error is logged with its message, code and place', () => {
  const line = lineOf(Object.assign(new Error('no such host'), { code: 'ENOTFOUND' }))
  assert.match(line, /no such host/)
  assert.match(line, /ENOTFOUND/)
  assert.match(line, /log\.test\.ts/)
})

test('what the database repeats of a person’s text stays out of the log', () => {
  const error = Object.assign(new Error('invalid input syntax: "Halina Przykładowa"'), {
    severity: 'ERROR',
    code: '22P02',
    detail: 'Key (pesel)=(44051401359) already exists.',
    table: 'person',
  })
  const line = lineOf(error)
  assert.doesNotMatch(line, /Halina|44051401359/)
  assert.match(line, /22P02.*person/)
})

test('what hangs on an error, such as a connection with its password, stays out of the log', () => {
  assert.doesNotMatch(
    lineOf(Object.assign(new Error('broke'), { client: { password: 'a secret word' } })),
    /secret word/,
  )
  assert.doesNotMatch(lineOf({ password: 'a secret word' }), /secret word/)
})
