import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { roles, type Role } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Config } from '#platform/config.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import type { Deps } from '#platform/web.ts'
import { insertAccount, listAccounts, listTotpSteps, updateSecrets, type Secrets } from './account-queries.ts'
import { hashPassword, newPassword } from './password.ts'
import { insertAuthorisation, insertRole } from './role-queries.ts'
import { newTotpSecret } from './totp.ts'

/** Invented people, one for each role. The names are plants. */
const people: readonly { name: string; email: string; role: Role; mayApprove?: true }[] = [
  { name: 'Dorota Rokita', email: 'dorota.rokita@cus.example.org', role: 'front-desk' },
  { name: 'Ewa Kalina', email: 'ewa.kalina@cus.example.org', role: 'plan-coordinator' },
  { name: 'Tomasz Głóg', email: 'tomasz.glog@cus.example.org', role: 'plan-coordinator' },
  { name: 'Marek Jarząb', email: 'marek.jarzab@cus.example.org', role: 'service-organiser', mayApprove: true },
  { name: 'Halina Wrzosek', email: 'halina.wrzosek@cus.example.org', role: 'director' },
  { name: 'Zuzanna Leszczyna', email: 'zuzanna.leszczyna@cus.example.org', role: 'community-organiser' },
  { name: 'Irena Szałwia', email: 'irena.szalwia@cus.example.org', role: 'data-protection-officer' },
  { name: 'Paweł Olcha', email: 'pawel.olcha@cus.example.org', role: 'administrator' },
  { name: 'Krystyna Malwa', email: 'krystyna.malwa@cus.example.org', role: 'accountant' },
  { name: 'Adam Tarnina', email: 'adam.tarnina@opieka.example.org', role: 'provider' },
  { name: 'Barbara Jodła', email: 'barbara.jodla@rops.example.org', role: 'regional-analyst' },
]

const sampleAccount = z.object({
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  password: z.string(),
  totpSecret: z.string(),
})

/** What a newcomer needs to sign in as this invented person. */
export type SampleAccount = z.infer<typeof sampleAccount>

const file = z.record(z.string(), z.array(sampleAccount))

const pathOf = ({ dataFolder }: Pick<Config, 'dataFolder'>): string => join(dataFolder, 'sample-accounts.json')

/** The sample accounts of a centre as they were made at its first start; none where there is no such file. */
export async function readSampleAccounts(
  config: Pick<Config, 'dataFolder'>,
  tenantId: string,
): Promise<SampleAccount[]> {
  return (await readAll(config))[tenantId] ?? []
}

async function readAll(config: Pick<Config, 'dataFolder'>): Promise<z.infer<typeof file>> {
  const text = await readFile(pathOf(config), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  return file.parse(JSON.parse(text))
}

/** True when the accounts in the file are all in the database. */
export async function hasSampleAccounts(deps: Deps, tenantId: string): Promise<boolean> {
  const accounts = await readSampleAccounts(deps.config, tenantId)
  if (accounts.length === 0) return false
  const emails = accounts.map(({ email }) => email)
  const known = await deps.database.inTenant(systemContext(deps, tenantId), (tx) => listTotpSteps(tx, emails))
  return known.size === emails.length
}

const systemContext = (deps: Deps, tenantId: string) => ({
  tenantId,
  requestId: 'sample',
  now: deps.now(),
  actor: { kind: 'system', name: 'sample' } as const,
})

/** Makes the sample accounts of a centre with secrets of their own, kept for this machine's user only. May be repeated. */
export async function createSampleAccounts(deps: Deps, tenantId: string): Promise<void> {
  const accounts = await keepSecrets(deps.config, tenantId)
  const hashed = await Promise.all(
    accounts.map(async (account) => ({ account, passwordHash: await hashPassword(account.password) })),
  )
  await deps.database.inTenant(systemContext(deps, tenantId), async (tx) => {
    const ids = new Map<string, string>()
    for (const { account, passwordHash } of hashed) {
      const id = await insertSample(tx, account, {
        passwordHash,
        totpSecret: deps.sealer.seal('totp', account.totpSecret),
      })
      if (id) ids.set(account.email, id)
    }
    await authoriseSamples(tx, ids)
  })
}

/** The secrets stand in the file before the database knows them, so that a start broken off can be repeated. */
async function keepSecrets(config: Pick<Config, 'dataFolder'>, tenantId: string): Promise<SampleAccount[]> {
  const all = await readAll(config)
  const kept = all[tenantId]
  if (kept) return kept
  const made = people.map(({ name, email, role }) => ({
    name,
    email,
    role,
    password: newPassword(),
    totpSecret: newTotpSecret(),
  }))
  const path = pathOf(config)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, JSON.stringify({ ...all, [tenantId]: made }, undefined, 2), { mode: 0o600 })
  await chmod(`${path}.new`, 0o600)
  await rename(`${path}.new`, path)
  return made
}

/** An account that is there already takes the secrets of the file: whoever lost the file gets in again. */
async function insertSample(
  tx: Tx,
  { name, email, role }: SampleAccount,
  secrets: Secrets,
): Promise<string | undefined> {
  const id = await insertAccount(tx, { name, email, phone: null }, secrets)
  if (!id) {
    const earlier = (await listAccounts(tx)).find((account) => account.email === email)
    if (earlier) await updateSecrets(tx, earlier, secrets)
    return undefined
  }
  await insertRole(tx, id, { role, validFrom: dayOf(tx.now), validUntil: null })
  recordAudit(tx, { event: 'account.created', subject: { kind: 'account', id }, detail: { sample: true } })
  return id
}

async function authoriseSamples(tx: Tx, ids: ReadonlyMap<string, string>): Promise<void> {
  const director = ids.get(people.find(({ role }) => role === 'director')!.email)
  for (const { email } of people.filter(({ mayApprove }) => mayApprove)) {
    const id = ids.get(email)
    if (id && director) await insertAuthorisation(tx, id, director, { validFrom: dayOf(tx.now), validUntil: null })
  }
}
