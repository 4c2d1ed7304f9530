import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A checkout whose program only says which of the two it is. */
async function aCheckout(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'splot-choice-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const write = async (path: string, text: string) => {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  await cp(join(root, 'bin'), join(folder, 'bin'), { recursive: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const path of ['package.json', 'package-lock.json']) await write(path, '{"type":"module"}')
  for (const path of ['db/schema.sql', 'docs/help/page.md', 'src/sentence.ts', 'tools/build.ts']) await write(path, '')
  await write('src/main.ts', `console.log('source')`)
  const sh = (...words: string[]) => spawnSync('sh', words, { cwd: folder, encoding: 'utf8' })
  const bundle = async () => {
    await write('dist/main.js', `console.log('bundle')`)
    await write('dist/sources', sh('bin/sources.sh').stdout)
  }
  const start = () => sh('bin/start')
  return { folder, write, bundle, start }
}

test('without a bundle the sources run', async (t) => {
  const { start } = await aCheckout(t)
  const { stdout, stderr } = start()
  assert.deepEqual([stdout, stderr], ['source\n', ''])
})

test('a bundle of these sources runs', async (t) => {
  const { bundle, start } = await aCheckout(t)
  await bundle()
  const { stdout, stderr } = start()
  assert.deepEqual([stdout, stderr], ['bundle\n', ''])
})

for (const path of ['src/sentence.ts', 'db/schema.sql', 'package-lock.json', 'tools/build.ts']) {
  test(`after a change of ${path} the bundle is left alone, and that is said`, async (t) => {
    const { write, bundle, start } = await aCheckout(t)
    await bundle()
    await write(path, ' ')
    const { stdout, stderr } = start()
    assert.equal(stdout, 'source\n')
    assert.match(stderr, /bundle in dist is of other sources/)
  })
}

test('after a file went the bundle is left alone', async (t) => {
  const { folder, bundle, start } = await aCheckout(t)
  await bundle()
  await rm(join(folder, 'src/sentence.ts'))
  assert.equal(start().stdout, 'source\n')
})

test('a bundle that was never finished is left alone', async (t) => {
  const { folder, bundle, start } = await aCheckout(t)
  await bundle()
  await rm(join(folder, 'dist/sources'))
  assert.equal(start().stdout, 'source\n')
})
