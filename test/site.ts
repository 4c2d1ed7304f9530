import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Role } from '#platform/actor.ts'
import { openChangeFeed } from '#platform/changes.ts'
import { codeAtStep, stepAt } from '#domains/accounts/totp.ts'
import { readSampleAccounts, type SampleAccount } from '#domains/accounts/sample-accounts.ts'
import { createApp } from '../src/app.tsx'
import { loadSample } from '../src/sample.ts'
import { serve } from '../src/serve.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { testDeps, type TestDeps } from './support.ts'

/** The whole program with the sample city, on a free port of this machine, with a clock that the test sets. */
export interface Site {
  /** Without a slash at the end. */
  address: string
  deps: TestDeps
  /** The database as its roles reach it, for what no page may do. */
  database: TestDatabase
  /** Every route that the program answers, as the program itself lists them. */
  routes: ReturnType<typeof createApp>['routes']
  tenantId: string
  account(role: Role): SampleAccount
  stop(): Promise<void>
}

export async function openSite(now?: string): Promise<Site> {
  const [database, dataFolder] = await Promise.all([cloneDatabase(), mkdtemp(join(tmpdir(), 'splot-site-'))])
  const config = { host: '127.0.0.1', port: 0, sample: true, dataFolder }
  const deps = await testDeps({ database, config, ...(now !== undefined && { now }) })
  const migrated = { migrated: [], embedded: true, lost: new Promise<never>(() => {}), stop: async () => {} }
  const server = { ...database, direct: database.app, ...migrated }
  await loadSample(deps, server)
  const [tenant] = await deps.tenants.list()
  const accounts = await readSampleAccounts(deps.config, tenant!.id)
  const feed = openChangeFeed(database.app, deps.log)
  const running = await serve({ deps, feed, server, stop: async () => {} })
  return {
    address: running.address.replace(/\/$/, ''),
    deps,
    database,
    routes: createApp(deps).routes,
    tenantId: tenant!.id,
    account: (role) => accounts.find((account) => account.role === role)!,
    stop: async () => {
      await running.stop()
      await feed.stop()
      await deps.database.close()
      await database.drop()
      await rm(dataFolder, { recursive: true })
    },
  }
}

/** Types into the real sign-in page. The clock goes on by half a minute each time, so that no code is used twice. */
export async function signIn(page: Page, site: Site, role: Role): Promise<void> {
  const { email, password, totpSecret } = site.account(role)
  const { clock } = site.deps
  clock.now = clock.now.add({ seconds: 30 })
  await page.goto(`${site.address}/logowanie`)
  await page.getByLabel('Adres e-mail').fill(email)
  await page.getByLabel('Hasło').fill(password)
  await page.getByLabel('Kod z telefonu').fill(codeAtStep(totpSecret, stepAt(clock.now)))
  await page.getByRole('button', { name: 'Zaloguj się', exact: true }).click()
  await page.waitForURL(/\/praca/)
}
