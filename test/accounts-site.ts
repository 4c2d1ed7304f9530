import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { createAccount } from '#domains/accounts/public.ts'
import { codeAtStep, stepAt } from '#domains/accounts/totp.ts'
import type { Role, StaffActor } from '#platform/actor.ts'
import { recentProof } from '#platform/web-proof.ts'
import { formValues, signedIn, type Env } from '#platform/web.ts'
import { createApp } from '../src/app.tsx'
import {
  aCentre,
  testDeps,
  Visitor,
  type Answer,
  type TestCentre,
  type TestDeps,
  type TestDepsOptions,
} from './support.ts'

/** The program, and two forms of the workplace that say back what they were sent; one wants a recent proof. */
export const accountsSite = (deps: TestDeps): Hono<Env> =>
  createApp(deps)
    .post('/praca/echo', signedIn, async (c) => c.text(JSON.stringify(await formValues(c))))
    .get('/praca/echo/powazne', signedIn, recentProof(), (c) => c.text('serious'))
    .post('/praca/echo/powazne', signedIn, recentProof(), async (c) => c.text(JSON.stringify(await formValues(c))))

export interface Person {
  id: string
  email: string
  name: string
  password: string
  secret: string
}

/** Someone with an account in this role. */
export async function aPerson(centre: TestCentre, deps: TestDeps, role: Role, name = 'Zofia Testowa'): Promise<Person> {
  const email = `p${randomBytes(6).toString('hex')}@cus.example.org`
  const created = await centre.work((tx) => createAccount(tx, deps.sealer, { name, email, phone: '', roles: [role] }))
  if (!('id' in created)) throw new Error(JSON.stringify(created))
  return { id: created.id, email, name, password: created.handedOver.password, secret: created.handedOver.totpSecret }
}

/** Who acts in a use case that is called past its page. */
export const actorOf = ({ id, name }: Pick<Person, 'id' | 'name'>, role: Role): StaffActor => ({
  kind: 'staff',
  accountId: id,
  name,
  roles: [role],
  deputyRoles: [],
})

/** The code of the half minute that it is now; `away` is the number of half minutes from it. */
export const codeOf = (person: Person, deps: TestDeps, away = 0): string =>
  codeAtStep(person.secret, stepAt(deps.now()) + away)

export const enter = (
  visitor: Visitor,
  person: Person,
  deps: TestDeps,
  more: Record<string, string> = {},
): Promise<Answer> =>
  visitor.post('/logowanie', { email: person.email, password: person.password, code: codeOf(person, deps), ...more })

export interface Workplace {
  deps: TestDeps
  centre: TestCentre
  app: Hono<Env>
  visitor(): Visitor
  person(role: Role, name?: string): Promise<Person>
  /** A browser in which a person of this role has signed in. */
  signedIn(role: Role, name?: string): Promise<{ browser: Visitor; person: Person }>
}

export async function aWorkplace(options?: TestDepsOptions): Promise<Workplace> {
  const deps = await testDeps(options)
  const centre = await aCentre(deps, options?.database)
  const app = accountsSite(deps)
  const visitor = () => new Visitor(app, centre.host)
  const person = (role: Role, name?: string) => aPerson(centre, deps, role, name)
  return {
    deps,
    centre,
    app,
    visitor,
    person,
    signedIn: async (role, name) => {
      const [browser, someone] = [visitor(), await person(role, name)]
      const answer = await enter(browser, someone, deps)
      if (answer.location !== '/praca') throw new Error(`not signed in: ${answer.status}`)
      return { browser, person: someone }
    },
  }
}

/** What the centre's audit holds, oldest first. */
export const auditOf = ({ centre }: Workplace) =>
  centre.work((tx) =>
    tx.db.selectFrom('audit_event').selectAll().where('tenant_id', '=', tx.tenantId).orderBy('seq').execute(),
  )

/** Why nobody was let in, oldest first; the pages don't say so. */
export const refusalsOf = async (place: Workplace): Promise<string[]> =>
  (await auditOf(place))
    .filter(({ event }) => event === 'session.refused')
    .map(({ detail }) => String(JSON.parse(detail).reason))
