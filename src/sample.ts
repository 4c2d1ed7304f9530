import { fileURLToPath } from 'node:url'
import { createSampleAccounts, hasSampleAccounts } from '#domains/accounts/public.ts'
import type { DatabaseServer } from '#platform/database-server.ts'
import type { Deps } from '#platform/web.ts'
import { importCentre } from './import-centre.ts'

/** From source it's one folder up; a bundle lies one folder down as well. */
const sampleFolder = fileURLToPath(new URL('../db/seed/torun', import.meta.url))

/** Loads the sample city into an empty database, and ends what an earlier start began. */
export async function loadSample(deps: Deps, { owner }: DatabaseServer): Promise<void> {
  if (!owner) return
  if ((await deps.tenants.list()).length === 0) {
    const { name, counts } = await importCentre(owner, sampleFolder, deps.log)
    deps.log.info(counts, `loaded the sample: ${name}`)
    deps.tenants.forget()
  }
  const [only, ...others] = await deps.tenants.list()
  if (!only?.sample || others.length > 0) return
  if (!(await hasSampleAccounts(deps, only.id))) await createSampleAccounts(deps, only.id)
}
