import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { testDatabase } from '#test/database.ts'
import { aCentre, testDeps } from '#test/support.ts'
import { importMunicipality } from './import-municipality.ts'
import { listOffers } from './offer-queries.ts'
import { MunicipalityMistakes } from './read-municipality.ts'

const torun = fileURLToPath(new URL('../../../db/seed/torun', import.meta.url))
const deps = await testDeps()

/** Toruń's folder with one file changed. */
async function withChanged(file: string, change: (text: string) => string, work: (folder: string) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'splot-import-'))
  try {
    await cp(torun, folder, { recursive: true })
    await writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8')))
    await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function mistakesOf(folder: string): Promise<readonly string[]> {
  const centre = await aCentre(deps)
  const error = await centre
    .work((tx) => importMunicipality(tx, folder))
    .then(
      () => undefined,
      (error: unknown) => error,
    )
  assert.ok(error instanceof MunicipalityMistakes)
  assert.deepEqual(await centre.work((tx) => listOffers(tx)), [])
  return error.mistakes
}

test('every mistake in the files is named, and nothing is written', async () => {
  const spoil = (text: string) =>
    text.replace('"opens_at": "08:00"', '"opens_at": "8 rano"').replace('"status": "active"', '"status": "open"')
  await withChanged('services.json', spoil, async (folder) => {
    const mistakes = await mistakesOf(folder)
    assert.equal(mistakes.length, 2)
    assert.ok(mistakes.every((mistake) => mistake.startsWith('services.json: services.')))
  })
})

test('a name that points at nothing and a name given twice are mistakes', async () => {
  const spoil = (text: string) => text.replaceAll('"organisation": "oddech"', '"organisation": "nobody"')
  await withChanged('places.json', spoil, async (folder) => {
    assert.deepEqual(await mistakesOf(folder), ['places.json: oddech-biuro: there is no organisation nobody'])
  })
  await withChanged(
    'organisations.json',
    (text) => text.replace('"slug": "pup"', '"slug": "mopr"'),
    async (folder) => {
      assert.ok((await mistakesOf(folder)).includes('organisations.json: mopr is there twice'))
    },
  )
})

test('a file that is not JSON and a folder that is not there are mistakes', async () => {
  await withChanged(
    'lexicon.json',
    () => '{',
    async (folder) => {
      assert.match((await mistakesOf(folder)).join('\n'), /^lexicon\.json: /)
    },
  )
  assert.equal((await mistakesOf('/nowhere')).length, 8)
})

test('the import tells the processes that the directory changed', async () => {
  const listener = new pg.Client(testDatabase().app)
  await listener.connect()
  const centre = await aCentre(deps)
  const told = new Promise<string | undefined>((resolve) => {
    listener.on('notification', ({ payload }) => payload?.startsWith(centre.id) && resolve(payload))
  })
  await listener.query('listen splot_changed')
  await centre.work((tx) => importMunicipality(tx, torun))
  assert.equal(await told, `${centre.id} directory`)
  await listener.end()
})
