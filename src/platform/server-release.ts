import type { ClientBase } from 'pg'

/** The first release of each major version in which the statistics of a table no longer tell of protected rows (CVE-2025-8713). */
const firstSafe: Readonly<Record<number, number>> = { 15: 14, 16: 10, 17: 6, 18: 0 }
const oldestMajor = 15
const newestListed = 18

export type ReleaseRefusal = 'too-old' | 'leaks-statistics'

/** Why Splot mustn't keep several centres in this server; `release` as in server_version_num: 150014 is 15.14. */
export function whyNotRelease(release: number): ReleaseRefusal | undefined {
  const [major, minor] = [Math.floor(release / 10_000), release % 10_000]
  if (major < oldestMajor) return 'too-old'
  if (major <= newestListed && minor < firstSafe[major]!) return 'leaks-statistics'
  return undefined
}

const sentences = {
  'too-old': `is older than PostgreSQL ${oldestMajor}, whose views can't run with the rights of who asks`,
  'leaks-statistics': 'lets statistics tell of rows that row-level security hides (CVE-2025-8713)',
} satisfies Record<ReleaseRefusal, string>

/** Throws a sentence for the operator when the server is one in which row-level security leaks. */
export async function assertServerRelease(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ release: number; name: string }>(
    `select current_setting('server_version_num')::int as release, current_setting('server_version') as name`,
  )
  const { release, name } = rows[0]!
  const refusal = whyNotRelease(release)
  if (!refusal) return
  throw new Error(`Splot doesn't serve from PostgreSQL ${name}: it ${sentences[refusal]}. Update the server.`)
}
