import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { createLog } from '#platform/log.ts'
import { recordAudit } from '#platform/audit.ts'
import { importCentre } from '../src/import-centre.ts'
import { anAttachment } from './attachment-case.ts'
import { anApplication, aReport } from './casework-builders.ts'
import { aMunicipality } from './casework-site.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { aPdf } from './files.ts'
import { aCentre, asSuperuser } from './support.ts'

const torun = fileURLToPath(new URL('../db/seed/torun', import.meta.url))

/** What COPY must not stumble over: its own signs, its end mark, quotes, other scripts. */
const awkward = ['\\.', '\\N', 'tab\there', 'two\nlines\r\n', 'back\\slash "quote"', 'Żółć 🌻 Київ', '']

/** A database of one's own with the sample city, a second centre, cases, a file, an audit, and texts that are hard to copy. */
export async function fullDatabase(): Promise<TestDatabase & { drop(): Promise<void>; tenantId: string }> {
  const database = await cloneDatabase()
  await importCentre(database.owner, torun, createLog('silent'))
  const town = await aMunicipality({ database })
  const report = await aReport(town)
  const desk = town.staff(['front-desk'])
  const application = await anApplication(desk, report.id)
  const bytes = aPdf(randomBytes(300_000).toString('latin1'))
  await anAttachment(desk, `/praca/wnioski/${application}`, { name: 'skan.pdf', bytes })
  const other = await aCentre(town.deps, database)
  await other.work(async (tx) => recordAudit(tx, { event: 'thing.written', detail: { n: 1 } }))
  await asSuperuser(database, async (client) => {
    for (const text of awkward)
      await client.query(
        `insert into mail (tenant_id, to_name, to_address, subject, body, written_at) values ($1, $2, 'a@b', '', $2, now())`,
        [other.id, text],
      )
  })
  return { ...database, tenantId: town.tenantId }
}
