import { anonymous } from '#platform/actor.ts'
import type { Site } from '../site.ts'
import { lettersOf, pathIn } from '../letters.ts'
import type { Visitor } from '../support.ts'
import { send } from './life.ts'

/** A colleague who has not been there yet. */
export const newcomer = { name: 'Jaśmina Nowa', email: 'jasmina.nowa@cus.example.org', phone: '' }

/** The page that the newest letter to this address leads to; others may have been written in the same second. */
async function newestLink(site: Site, to: string): Promise<string> {
  const { database, sealer, now } = site.deps
  const context = { tenantId: site.tenantId, requestId: 'test', now: now(), actor: anonymous }
  const letters = await lettersOf({ centre: { work: (read) => database.inTenant(context, read) }, deps: { sealer } })
  return pathIn(letters.find((letter) => letter.to === to))
}

/** An administrator invites somebody; gives the page that the letter leads to. */
export async function invited(site: Site, administrator: Visitor): Promise<string> {
  const { status } = await administrator.submit('/praca/konta/nowe', { ...newcomer, role: 'accountant', way: 'mail' })
  if (status !== 200) throw new Error(`the invitation answered ${status}`)
  return newestLink(site, newcomer.email)
}

/** Somebody has forgotten a password; gives the page that the letter leads to. */
export async function passwordForgotten(site: Site, visitor: Visitor, email: string): Promise<string> {
  await send(visitor, '/logowanie/haslo', { email })
  return newestLink(site, email)
}
