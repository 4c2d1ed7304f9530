import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readingTypeScript } from '#test/program.ts'

const program = fileURLToPath(new URL('splot.ts', import.meta.url))

function splot(words: string[], environment: Record<string, string> = {}) {
  const env = { PATH: process.env['PATH'], ...environment }
  return spawnSync(process.execPath, [...readingTypeScript, program, ...words], { encoding: 'utf8', env })
}

test('without a word, and with --help, the commands are listed', () => {
  assert.match(splot([]).stdout, /^ {2}migrate +bring the database up to date$/m)
  assert.equal(splot(['--help']).status, 0)
})

test('each command explains itself', () => {
  const { status, stdout } = splot(['migrate', '--help'])
  assert.equal(status, 0)
  assert.match(stdout, /DATABASE_OWNER_URL/)
})

test('an unknown command ends with 2 and the list', () => {
  const { status, stdout } = splot(['fly'])
  assert.equal(status, 2)
  assert.match(stdout, /There is no command fly\.\n/)
})

test('migrating a server without its owner is refused in one sentence', () => {
  const settings = { DATABASE_URL: 'postgres://splot_app:x@localhost/splot', SPLOT_SECRET: 'x'.repeat(32) }
  const { status, stderr } = splot(['migrate'], settings)
  assert.equal(status, 1)
  assert.match(stderr, /^Set DATABASE_OWNER_URL/)
})
