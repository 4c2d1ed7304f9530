import assert from 'node:assert/strict'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readSecret } from './secret.ts'

test('a secret is made once, kept for the owner of the folder alone, and stays the same', async () => {
  const dataFolder = join(await mkdtemp(join(tmpdir(), 'splot-secret-')), 'data')
  const [first, again] = await Promise.all([
    readSecret({ secret: undefined, dataFolder }),
    readSecret({ secret: undefined, dataFolder }),
  ])
  assert.equal(first, again)
  assert.equal(first.length, 43)
  assert.equal(await readSecret({ secret: undefined, dataFolder }), first)
  assert.equal((await stat(join(dataFolder, 'secret'))).mode & 0o777, 0o600)
  assert.equal(await readSecret({ secret: 'given', dataFolder }), 'given')
  await rm(dataFolder, { recursive: true })
})
