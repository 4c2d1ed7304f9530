import type { Config } from '#platform/config.ts'
import type { Ctx, Deps } from '#platform/web.ts'
import { visitOf } from '../visit.ts'
import { siteOf } from './access-link.ts'
import type { Sender } from './send-link.ts'

/** From where this request's letters with links are sent. */
export async function senderOf(c: Ctx, { config, tenants, sealer }: Deps): Promise<Sender> {
  const { length } = await tenants.list()
  const host = c.req.header('host') ?? new URL(c.req.url).host
  const { lang, centre, browser } = visitOf(c)
  return { site: siteOf(config.baseUrl, length, host), sealer, lang, centre, browser }
}

/** Without a mail server letters stay in the mailbox that a sample installation shows to those who try it. */
export const canSendLetters = ({ smtpUrl, sample }: Pick<Config, 'smtpUrl' | 'sample'>): boolean =>
  smtpUrl !== undefined || sample
