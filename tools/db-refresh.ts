import { readFile, writeFile } from 'node:fs/promises'
import { dumpSchema } from './dump-schema.ts'
import { generateTypes } from './generate-types.ts'
import { withMigratedDatabase } from './migrated-database.ts'

/** Writes what follows from the migrations; with --check it only tells whether what is there is up to date. */
const fresh = await withMigratedDatabase(async (owner) => ({
  'db/schema.sql': await dumpSchema(owner),
  'src/platform/schema.ts': await generateTypes(owner),
}))
for (const [path, text] of Object.entries(fresh)) {
  if ((await readFile(path, 'utf8').catch(() => '')) === text) continue
  if (process.argv.includes('--check')) {
    console.error(`${path} doesn't follow from db/migrations any more: run npm run db:refresh.`)
    process.exitCode = 1
  } else {
    await writeFile(path, text)
    console.log(`Wrote ${path}`)
  }
}
