import { randomBytes, randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { caseworkRoutes, openCaseRoutes } from '#domains/casework/public.ts'
import { anonymous, type Actor, type Role, type StaffActor } from '#platform/actor.ts'
import { withClient } from '#platform/postgres/roles.ts'
import type { Tx } from '#platform/tx.ts'
import { pathWithoutLang, requestContext, tenantOfHost } from '#platform/web-request.ts'
import { limitBody, sameOriginOnly } from '#platform/web-security.ts'
import { transaction } from '#platform/web-transaction.ts'
import { BadRequest, Forbidden, NotFound, type Env } from '#platform/web.ts'
import { testDatabase } from './database.ts'
import { testDeps } from './support.ts'

const connections = testDatabase()
const deps = await testDeps()
const { clock, database } = deps

/** Ends what the tests of a file share. */
export const closeSite = (): Promise<void> => database.close()

type Fields = Record<string, string | string[]>

/** One person's browser: keeps cookies, follows nothing by itself. */
export interface Browser {
  get(path: string): Promise<Answer>
  post(path: string, fields?: Fields): Promise<Answer>
  /** Fills in the form of a page as it stands there, its hidden fields included, and sends it to `path`. */
  send(page: Answer, path: string, fields?: Fields): Promise<Answer>
}

export interface Answer {
  status: number
  /** Where a redirect leads. */
  location: string
  html: string
  type: string
  bytes: Uint8Array
}

/** A municipality of one's own, with browsers for residents and staff. */
export interface Municipality {
  tenantId: string
  /** Sets the clock that the program sees. */
  at(instant: string): void
  resident(): Browser
  /** `deputyRoles` are those of the roles that are held in place of someone absent. */
  staff(roles: readonly Role[], account?: { id: string; name: string }, deputyRoles?: readonly Role[]): Browser
  account(name: string, role: Role): Promise<{ id: string; name: string }>
  inTenant<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

export async function aMunicipality(): Promise<Municipality> {
  const slug = `m${randomBytes(6).toString('hex')}`
  const host = `${slug}.test`
  const tenantId = randomUUID()
  await withClient(connections.owner, async (client) => {
    await client.query(
      `insert into tenant (id, slug, name, kind, mode, voivodeship_teryt, phone, email, address, opening_hours, sample)
       values ($1, $2, 'CUS Przykładowo', 'centre', 'standalone-city', '04', '56 000 00 00', 'cus@example.pl',
         'ul. Przykładowa 1', 'pn–pt 8–16', true)`,
      [tenantId, slug],
    )
    await client.query('insert into tenant_host (host, tenant_id) values ($1, $2)', [host, tenantId])
  })
  deps.tenants.forget()
  clock.now = Temporal.Instant.from('2026-11-23T09:00:00Z')
  const system: Actor = { kind: 'system', name: 'test' }
  return {
    tenantId,
    at: (instant) => void (clock.now = Temporal.Instant.from(instant)),
    resident: () => browser(host, anonymous),
    staff: (roles, account = { id: randomUUID(), name: 'Zofia Testowa' }, deputyRoles = []) =>
      browser(host, { ...staffActor(roles, account), deputyRoles }),
    account: (name, role) => anAccount(tenantId, name, role),
    inTenant: (work) => database.inTenant({ tenantId, requestId: 'test', now: clock.now, actor: system }, work),
  }
}

const staffActor = (roles: readonly Role[], { id, name }: { id: string; name: string }): StaffActor => ({
  kind: 'staff',
  accountId: id,
  name,
  roles,
  deputyRoles: [],
})

/** An account as the list of coordinators sees it; nobody signs in with it. */
async function anAccount(tenantId: string, name: string, role: Role): Promise<{ id: string; name: string }> {
  const id = randomUUID()
  await withClient(connections.owner, async (client) => {
    await client.query('begin')
    await client.query(`select set_config('splot.tenant_id', $1, true)`, [tenantId])
    await client.query(
      `insert into account (tenant_id, id, email, name, phone, password_hash, totp_secret, created_at)
       values ($1, $2, $3, $4, '56 000 00 01', '$argon2id$none', '\\x00', now())`,
      [tenantId, id, `${id}@example.pl`, name],
    )
    await client.query(
      `insert into account_role (tenant_id, account_id, role, valid_from) values ($1, $2, $3, '2026-01-01')`,
      [tenantId, id, role],
    )
    await client.query('commit')
  })
  return { id, name }
}

function siteFor(actor: Actor): Hono<Env> {
  const app = new Hono<Env>({ getPath: pathWithoutLang })
  app.onError((error, c) => {
    if (error instanceof NotFound) return c.text('not found', 404)
    if (error instanceof Forbidden) return c.text('forbidden', 403)
    if (error instanceof BadRequest) return c.text('bad request', error.status)
    return c.text(`unexpected: ${error.stack}`, 500)
  })
  app.use(requestContext(deps), sameOriginOnly, limitBody, tenantOfHost(deps))
  app.route('/', openCaseRoutes(deps))
  app.use(transaction(database, async () => actor))
  app.route('/', caseworkRoutes(deps))
  return app
}

function browser(host: string, actor: Actor): Browser {
  const site = siteFor(actor)
  const jar = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const headers = new Headers(init.headers)
    headers.set('host', host)
    headers.set('sec-fetch-site', 'same-origin')
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await site.request(`http://${host}${path}`, { ...init, headers })
    for (const line of response.headers.getSetCookie()) keepCookie(jar, line)
    const bytes = new Uint8Array(await response.arrayBuffer())
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      html: new TextDecoder().decode(bytes),
      type: response.headers.get('content-type') ?? '',
      bytes,
    }
  }
  const post = (path: string, fields: Fields = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: toBody(fields).toString(),
    })
  return {
    get: (path) => ask(path),
    post,
    send: (page, path, fields = {}) => post(path, { ...hiddenFields(page.html), ...fields }),
  }
}

function keepCookie(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split('; ')
  const [name = '', value = ''] = pair.split('=')
  if (attributes.includes('Max-Age=0')) jar.delete(name)
  else jar.set(name, value)
}

const toBody = (fields: Fields): URLSearchParams =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one) => [name, one]),
    ),
  )

/** The hidden fields of a page's forms: keys and versions. */
export function hiddenFields(html: string): Record<string, string> {
  const fields = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return Object.fromEntries([...fields].map(([, name, value]) => [name!, value!]))
}
