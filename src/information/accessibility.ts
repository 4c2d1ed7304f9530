import type { Deps } from '#platform/web.ts'

/**
 * The days of the accessibility statement, in one place. The statement is reviewed by 31 March each year and after
 * every change that matters (act of 4 April 2019 on digital accessibility, art. 11); `reviewed` gets a day then.
 */
export interface StatementDays {
  sitePublished: Temporal.PlainDate
  siteChanged: Temporal.PlainDate
  prepared: Temporal.PlainDate
  reviewed: Temporal.PlainDate | undefined
}

export const statementDays: StatementDays = {
  sitePublished: Temporal.PlainDate.from('2026-11-22'),
  siteChanged: Temporal.PlainDate.from('2026-11-22'),
  prepared: Temporal.PlainDate.from('2026-11-22'),
  reviewed: undefined,
}

/**
 * Where this site stands. The host is taken from the request only where it decided which centre answers, so that
 * nobody can plant another address in the statement.
 */
export async function siteAddress(host: string, { config, tenants }: Pick<Deps, 'config' | 'tenants'>) {
  const site = new URL(config.baseUrl)
  const centres = await tenants.list()
  if (centres.length > 1) site.hostname = new URL(`http://${host}`).hostname
  return site.origin
}
