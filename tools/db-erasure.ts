import { writeFile } from 'node:fs/promises'
import { erasureFunction } from '#platform/personal-data/erasure-function.ts'

/** Writes a migration with the erasing function as the register wants it now: `npm run db:erasure -- 20261201_1000`. */
const [prefix = ''] = process.argv.slice(2)
if (!/^\d{8}_\d{4}$/.test(prefix)) throw new Error('Say the date and time of the migration, as in 20261201_1000.')
const path = `db/migrations/${prefix}_erase_subject.sql`
await writeFile(path, erasureFunction(), { flag: 'wx' })
console.log(`Wrote ${path}; now run npm run db:refresh`)
