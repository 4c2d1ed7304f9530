import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('main.ts', import.meta.url))

/** Starts Splot and waits until it gives up: what it says to the operator, and its status. */
async function failedStart(environment: Record<string, string>): Promise<{ said: string; status: number | null }> {
  const env = { PATH: process.env['PATH'], LOG_LEVEL: 'silent', ...environment }
  const child = spawn(process.execPath, ['--import', 'tsx', program], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [status] = (await once(child, 'close')) as [number | null]
  return { said, status }
}

test('every mistake in the settings is told at once, in sentences without a stack', async () => {
  const { said, status } = await failedStart({ PORT: 'many', SPLOT_SAMPLE: 'perhaps' })
  assert.equal(status, 1)
  assert.match(said, /PORT must be a number/)
  assert.match(said, /SPLOT_SAMPLE must be yes or no/)
  assert.doesNotMatch(said, /^\s+at /m)
})

test('a port that is taken is told in a sentence, and the database is stopped', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', () => resolve()))
  const { port } = taken.address() as AddressInfo
  const folder = await mkdtemp(join(tmpdir(), 'splot-start-'))
  // The server's own user passes through here when we are root.
  await chmod(folder, 0o711)
  const environment = { PORT: String(port), SPLOT_DATA: join(folder, 'data'), SPLOT_SAMPLE: 'no' }
  try {
    const { said, status } = await failedStart(environment)
    assert.equal(said, `Port ${port} is taken. Set PORT to another one.\n`)
    assert.equal(status, 1)
    const left = await readdir(folder, { recursive: true })
    assert.ok(
      left.some((name) => name.endsWith('PG_VERSION')),
      'the database was there',
    )
    assert.ok(!left.some((name) => name.endsWith('postmaster.pid')), 'and was shut down')
  } finally {
    taken.close()
    await rm(folder, { recursive: true, force: true })
  }
})
