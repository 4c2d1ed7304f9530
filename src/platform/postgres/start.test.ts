import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../log-sink.ts'
import { connectionTo, prepareDatabase, withClient } from './roles.ts'
import { isAlive } from './running.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start.ts'
import { readingTypeScript } from '#test/program.ts'

const folders: string[] = []
let dataDir = ''
beforeEach(async () => {
  dataDir = await newFolder(0o711)
})
after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

async function newFolder(mode: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'splot-launch-'))
  await chmod(folder, mode)
  folders.push(folder)
  return folder
}

const start = (more: { log?: Log } = {}) => startEmbeddedPostgres({ dataDir, ...more })

function query<T>(server: EmbeddedPostgres, statement: string): Promise<T[]> {
  return withClient(connectionTo(server, 'splot_owner'), async (client) => (await client.query(statement)).rows as T[])
}

/** What was written and acknowledged before a kill must be there after it. */
async function rememberIn(server: EmbeddedPostgres): Promise<void> {
  await prepareDatabase(server)
  await query(server, 'create table if not exists kept (id int)')
  await query(server, 'insert into kept values (1)')
}

async function countKept(server: EmbeddedPostgres): Promise<number> {
  return (await query<{ n: number }>(server, 'select count(*)::int as n from kept'))[0]!.n
}

/** Another Splot with the same folder, in its own process. */
async function startProgram(...words: string[]): Promise<{ program: ChildProcess; pid: number }> {
  const file = new URL('../../../test/embedded-program.ts', import.meta.url).pathname
  const program = spawn(process.execPath, [...readingTypeScript, file, dataDir, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface(program.stdout)) return { program, ...(JSON.parse(line) as { pid: number }) }
  throw new Error('the program ended before it was ready')
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('a start makes a Polish UTF-8 cluster with checksums, a stop leaves nothing running, a second start keeps all', async () => {
  const first = await start()
  await rememberIn(first)
  const [made] = await query(
    first,
    `
    select datlocale, pg_encoding_to_char(encoding) as encoding, datlocprovider,
      current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
      current_setting('listen_addresses') as addresses
    from pg_database where datname = 'splot'`,
  )
  assert.partialDeepStrictEqual(made, {
    datlocale: 'pl-PL',
    datlocprovider: 'i',
    encoding: 'UTF8',
    checksums: 'on',
    fsync: 'on',
    addresses: '',
  })
  await first.stop()
  assert.equal(isAlive(first.pid), false)
  assert.equal(existsSync(join(first.home, 'cluster', 'postmaster.pid')), false)
  const second = await start()
  assert.equal(await countKept(second), 1)
  await second.stop()
})

test('Polish letters sort and count as letters', async () => {
  const server = await start()
  await prepareDatabase(server)
  const [row] = await query<{ words: string; upper: string }>(
    server,
    `
    select string_agg(word, ' ' order by word) as words, upper('żółć') as upper
    from unnest('{żaba,łódź,lampa,ćma,zebra,cebula}'::text[]) as word`,
  )
  assert.deepEqual(row, { words: 'cebula ćma lampa łódź zebra żaba', upper: 'ŻÓŁĆ' })
  await server.stop()
})

test('passwords are readable by us alone, and nobody connects without one', async () => {
  const server = await start()
  await prepareDatabase(server)
  assert.equal((await stat(join(server.home, 'passwords.json'))).mode & 0o777, 0o600)
  assert.equal((await stat(join(server.home, 'cluster'))).mode & 0o777, 0o700)
  const wrong = { ...connectionTo(server, 'splot_app'), password: 'wrong' }
  await assert.rejects(
    withClient(wrong, async () => {}),
    /password authentication failed/,
  )
  await server.stop()
})

test('a second Splot on the same folder is refused while the first one runs, and works after it', async () => {
  const { program, pid } = await startProgram()
  await assert.rejects(start(), /already runs with the data in/)
  assert.equal(isAlive(pid), true)
  program.kill('SIGTERM')
  await once(program, 'exit')
  assert.equal(isAlive(pid), false)
  await (await start()).stop()
})

test('a killed database tells so, and the next start recovers what was acknowledged', async () => {
  const server = await start()
  await rememberIn(server)
  process.kill(server.pid, 'SIGKILL')
  assert.match((await server.lost).message, /SIGKILL/)
  await server.stop()
  const next = await start()
  assert.equal(await countKept(next), 1)
  await next.stop()
})

test(
  'a killed Splot takes its server along where the kernel can do that',
  { skip: process.platform !== 'linux' },
  async () => {
    const { program, pid } = await startProgram()
    await killed(program)
    for (let waited = 0; isAlive(pid) && waited < 100; waited++) await sleep(50)
    assert.equal(isAlive(pid), false)
    await (await start()).stop()
  },
)

test('a server that outlived its killed Splot is stopped and replaced by the next start', async () => {
  const before = await start()
  await rememberIn(before)
  await before.stop()
  const { program, pid } = await startProgram('outlives')
  await killed(program)
  assert.equal(isAlive(pid), true)
  const warnings: string[] = []
  const next = await start({ log: { info: () => {}, warn: (message) => warnings.push(message) } })
  assert.equal(isAlive(pid), false)
  assert.match(warnings.join(), new RegExp(`left running.*${pid}`))
  assert.equal(await countKept(next), 1)
  await next.stop()
})

test('both killed at once: the next start recovers', async () => {
  const { program, pid } = await startProgram('outlives')
  process.kill(pid, 'SIGKILL')
  await killed(program)
  const next = await start()
  await rememberIn(next)
  await next.stop()
})

test('stale locks whose process ids now belong to other programs are taken over', async () => {
  const server = await start()
  await rememberIn(server)
  process.kill(server.pid, 'SIGKILL')
  await server.lost
  const lock = join(server.home, 'cluster', 'postmaster.pid')
  const stranger = spawn('sleep', ['60'], process.getuid?.() === 0 ? await ownerOf(lock) : {})
  await writeFile(lock, (await readFile(lock, 'utf8')).replace(String(server.pid), String(stranger.pid)))
  await writeFile(join(server.home, 'launcher.json'), JSON.stringify({ pid: process.pid, birth: 'long ago' }))
  const next = await start()
  assert.equal(await countKept(next), 1)
  assert.equal(isAlive(stranger.pid!), true)
  await next.stop()
  stranger.kill()
})

async function ownerOf(path: string): Promise<{ uid: number; gid: number }> {
  const { uid, gid } = await stat(path)
  return { uid, gid }
}

test('a first start that was killed half-way leaves nothing that keeps the next from starting', async () => {
  const server = await start()
  await server.stop()
  await rm(join(server.home, 'cluster'), { recursive: true })
  await writeFile(join(server.home, 'initial-password'), 'left behind')
  const next = await start()
  await prepareDatabase(next)
  await next.stop()
})
