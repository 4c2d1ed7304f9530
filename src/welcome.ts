import { readSampleAccounts } from '#domains/accounts/public.ts'
import type { Services } from './services.ts'

/** What `bin/start` says once the first page can be served. */
export async function welcome({ deps }: Services, address: string): Promise<string> {
  const lines = ['', `Splot is here: ${address}`]
  const [only, ...others] = await deps.tenants.list()
  if (!only)
    return [...lines, 'There is no centre yet: bin/splot import FOLDER, then bin/splot create-admin.', ''].join('\n')
  if (only.sample && others.length === 0) lines.push(...(await sampleLines(deps, only.id, address)))
  return [...lines, '', 'Ctrl-C stops it.', ''].join('\n')
}

async function sampleLines(deps: Services['deps'], tenantId: string, address: string): Promise<string[]> {
  const accounts = await readSampleAccounts(deps.config, tenantId)
  if (accounts.length === 0) return []
  const list = accounts.map(({ role, name, email }) => `  ${role.padEnd(24)} ${name}, ${email}`)
  return ['', `Sample accounts, one click each at ${address}logowanie:`, ...list]
}
