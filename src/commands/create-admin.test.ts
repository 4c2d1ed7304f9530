import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { accountsSite, enter } from '#test/accounts-site.ts'
import { testDatabase } from '#test/database.ts'
import { aCentre, testDeps, Visitor } from '#test/support.ts'
import { readingTypeScript } from '#test/program.ts'
import { createSealer } from '#platform/sealing.ts'

const program = fileURLToPath(new URL('splot.ts', import.meta.url))
const secret = 'a secret of the command, long enough to be one'

function createAdmin(words: string[], input = '') {
  const { host, port, user, password, database } = testDatabase().app
  const place = new URLSearchParams({ host, port: String(port) })
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: `postgres://${user}:${encodeURIComponent(password)}@localhost/${database}?${place}`,
    SPLOT_SECRET: secret,
  }
  return spawnSync(process.execPath, [...readingTypeScript, program, 'create-admin', ...words], {
    encoding: 'utf8',
    env,
    input,
  })
}

test('the first administrator signs in with what the command printed', async () => {
  const deps = { ...(await testDeps()), sealer: createSealer(secret) }
  const centre = await aCentre(deps)
  const slug = centre.host.replace('.localhost', '')
  const words = ['--centre', slug, '--email', 'Pierwsza@cus.example.org', '--name', 'Anna Pierwsza']
  const { stdout, stderr } = createAdmin(words, 'siedem żółtych łódek\n')
  assert.match(stdout, /Anna Pierwsza is an administrator/, stderr)
  assert.ok(!stdout.includes('siedem'), 'the password is not printed')
  const key = /shown only now: ([A-Z2-7]+)/.exec(stdout)![1]!
  const person = { id: '', name: '', email: 'pierwsza@cus.example.org', password: 'siedem żółtych łódek', secret: key }
  const browser = new Visitor(accountsSite(deps), centre.host)
  assert.equal((await enter(browser, person, deps)).location, '/praca')
  assert.equal((await browser.get('/praca/konta')).status, 200)
  const again = createAdmin([...words, '--generate'])
  assert.equal(again.status, 1)
  assert.match(again.stderr, /has an account already/)
})

test('what is missing or too weak is said in a sentence, and nothing is made', async () => {
  const deps = await testDeps()
  const slug = (await aCentre(deps)).host.replace('.localhost', '')
  const who = ['--email', 'a@cus.example.org', '--name', 'Anna']
  for (const [words, input, sentence] of [
    [[], '', /Say who/],
    [[...who, '--centre', 'nowhere'], 'x', /Say which centre/],
    [[...who, '--centre', slug], '', /There is no password/],
    [[...who, '--centre', slug], 'Warszawa2026!\n', /too common/],
  ] as const) {
    const { status, stderr } = createAdmin([...words], input)
    assert.equal(status, 1)
    assert.match(stderr, sentence)
  }
})
