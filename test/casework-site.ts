import { randomUUID } from 'node:crypto'
import { insertAccount } from '#domains/accounts/account-queries.ts'
import { insertDeputy } from '#domains/accounts/deputy-queries.ts'
import { insertRole, listRoles } from '#domains/accounts/role-queries.ts'
import { insertSession } from '#domains/accounts/session-queries.ts'
import { hashToken, newSessionToken } from '#domains/accounts/session.ts'
import type { Role } from '#platform/actor.ts'
import type { Tx } from '#platform/tx.ts'
import { createApp } from '../src/app.tsx'
import { aCentre, testDeps, Visitor, type TestCentre, type TestDeps, type TestDepsOptions } from './support.ts'

const validFrom = Temporal.PlainDate.from('2026-01-01')

export interface Colleague {
  id: string
  name: string
}

/** A municipality of one's own, with browsers for residents and staff. */
export interface Municipality {
  deps: TestDeps
  tenantId: string
  host: string
  /** Sets the clock that the program sees. */
  at(instant: string): void
  resident(): Visitor
  /**
   * The browser of a signed-in person who holds these roles, some of them as the deputy of someone absent. Their
   * session lasts whatever the clock is set to.
   */
  staff(roles: readonly Role[], account?: Colleague, deputyRoles?: readonly Role[]): Visitor
  account(name: string, role: Role): Promise<Colleague>
  inTenant<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

export async function aMunicipality(options?: TestDepsOptions): Promise<Municipality> {
  const deps = await testDeps(options)
  const centre = await aCentre(deps, options?.database)
  const app = createApp(deps)
  return {
    deps,
    tenantId: centre.id,
    host: centre.host,
    at: (instant) => void (deps.clock.now = Temporal.Instant.from(instant)),
    resident: () => new Visitor(app, centre.host),
    staff: (roles, account, deputyRoles = []) => {
      let someone: Promise<Colleague> | undefined
      const own = roles.filter((role) => !deputyRoles.includes(role))
      const enter = async () => standIn(centre, await aColleague(centre, own, account), deputyRoles)
      return new Visitor(app, centre.host, async (visitor) => {
        const { id } = await (someone ??= enter())
        visitor.cookies.set('__Host-session', await centre.work((tx) => openSession(tx, id)))
      })
    },
    account: (name, role) => aColleague(centre, [role], undefined, name),
    inTenant: (work) => centre.work(work),
  }
}

/** Someone with these roles, who signs in by `openSession`: no password opens this account. */
function aColleague(
  centre: TestCentre,
  roles: readonly Role[],
  account?: Colleague,
  name = 'Zofia Testowa',
): Promise<Colleague> {
  return centre.work(async (tx) => {
    const someone = account ?? { id: await newAccount(tx, name), name }
    const held = await listRoles(tx, someone.id)
    for (const role of roles.filter((wanted) => !held.some((one) => one.role === wanted))) {
      await insertRole(tx, someone.id, { role, validFrom, validUntil: null })
    }
    return someone
  })
}

/** Puts someone in the place of an absent person for each of the roles. */
async function standIn(centre: TestCentre, deputy: Colleague, roles: readonly Role[]): Promise<Colleague> {
  for (const role of roles) {
    const absent = await aColleague(centre, [role], undefined, 'Nieobecna Testowa')
    const days = { validFrom, validUntil: validFrom.add({ years: 5 }) }
    const appointed = { absentId: absent.id, deputyId: deputy.id, role, ...days, reason: 'urlop' }
    await centre.work((tx) => insertDeputy(tx, absent.id, appointed))
  }
  return deputy
}

async function newAccount(tx: Tx, name: string): Promise<string> {
  const secrets = { passwordHash: '$argon2id$none', totpSecret: Buffer.alloc(1) }
  const id = await insertAccount(tx, { email: `${randomUUID()}@example.org`, name, phone: '56 000 00 01' }, secrets)
  return id!
}

async function openSession(tx: Tx, accountId: string): Promise<string> {
  const token = newSessionToken()
  await insertSession(tx, { tokenHash: hashToken(token)!, accountId, browser: '' })
  return token
}
