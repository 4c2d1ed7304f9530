import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Hono } from 'hono'
import type { Actor } from '#platform/actor.ts'
import { loadAssets } from '#platform/assets.ts'
import { readConfig, type Config } from '#platform/config.ts'
import { openDatabase, type Tx } from '#platform/db.ts'
import { createLog } from '#platform/log.ts'
import { createSealer } from '#platform/sealing.ts'
import { tenantDirectory, type TenantDirectory } from '#platform/tenant.ts'
import type { Deps, Env } from '#platform/web.ts'
import { testDatabase, type TestDatabase } from './database.ts'
import { tenantTables } from './isolation/catalogue.ts'
import { namesTenant } from './statements.ts'

/** What a page needs, on the test database, with a clock that the test sets. */
export interface TestDeps extends Deps {
  clock: { now: Temporal.Instant }
}

export interface TestDepsOptions {
  config?: Partial<Config>
  now?: string
  database?: TestDatabase
}

const sealer = createSealer('a secret of the tests, long enough to be one')

/** Tests ask from one address, as fast as they can; only what is about the pace itself sets one. */
const environment = { LOG_LEVEL: 'silent', SPLOT_SAMPLE: 'no', SPLOT_PAGES_PER_SECOND: '1000000' }

let opened: Promise<Pick<TestDeps, 'database' | 'tenants' | 'assets'>> | undefined

/** One pool a test file; it ends with the process. */
export async function testDeps({ config, now, database }: TestDepsOptions = {}): Promise<TestDeps> {
  const shared = await (database ? open(database) : (opened ??= open(testDatabase())))
  const clock = { now: Temporal.Instant.from(now ?? '2026-11-23T09:00:00Z') }
  return {
    ...shared,
    config: { ...readConfig(environment), ...config },
    sealer,
    log: createLog('silent'),
    now: () => clock.now,
    clock,
  }
}

async function open(connections: TestDatabase) {
  const tables = await asSuperuser(connections, tenantTables)
  const connection = { ...connections.app, max: 8, allowExitOnIdle: true }
  const database = openDatabase({ connection, log: createLog('silent'), sealer, onStatement: namesTenant(tables) })
  return { database, tenants: tenantDirectory(database), assets: await loadAssets() }
}

/** For what no page may do: making a centre, or breaking something to see it caught. */
export async function asSuperuser<T>(connections: TestDatabase, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connections.superuser)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export interface TestCentre {
  id: string
  host: string
  /** Knows this centre too, which was made after the first look. */
  tenants: TenantDirectory
  /** Runs statements in this centre, as the system unless another actor is given. */
  work<T>(statements: (tx: Tx) => Promise<T>, actor?: Actor): Promise<T>
}

/** A centre of the test's own, with a host of its own: nobody else's rows are there. */
export async function aCentre(deps: TestDeps, database: TestDatabase = testDatabase()): Promise<TestCentre> {
  const id = randomUUID()
  const slug = `test-${id.slice(0, 13)}`
  const host = `${slug}.localhost`
  await asSuperuser(database, async (client) => {
    await client.query(
      `insert into tenant (id, slug, name, kind, mode, voivodeship_teryt, phone, email, address, opening_hours)
      values ($1, $2, 'Centrum Usług Społecznych w Próbowie', 'centre', 'standalone-city', '04', '56 000 00 01',
        'cus@example.org', 'ul. Próbna 1, Próbowo', 'pon.–pt. 7:30–15:30')`,
      [id, slug],
    )
    await client.query('insert into tenant_host (host, tenant_id) values ($1, $2)', [host, id])
  })
  deps.tenants.forget()
  const system: Actor = { kind: 'system', name: 'test' }
  const work = <T>(statements: (tx: Tx) => Promise<T>, actor: Actor = system) =>
    deps.database.inTenant({ tenantId: id, requestId: 'test', now: deps.now(), actor }, statements)
  return { id, host, tenants: deps.tenants, work }
}

/** What a centre's audit names, oldest first; "event and why" where a reason is told. */
export const eventsIn = async (tx: Tx): Promise<string[]> => {
  const rows = await tx.db
    .selectFrom('audit_event')
    .select(['event', 'detail'])
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('seq')
    .execute()
  return rows.map(({ event, detail }) => [event, JSON.parse(detail).reason ?? ''].join(' ').trim())
}

export interface Answer {
  status: number
  text: string
  bytes: Uint8Array
  headers: Headers
  /** Where a redirect leads, without the host; empty where there is none. */
  location: string
}

/** A person at a browser without JavaScript: keeps cookies, sends forms as pages give them. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  /** Where the requests come from, as the socket tells. */
  address: string | undefined
  readonly #app: Hono<Env>
  readonly #host: string
  readonly #prepare: ((visitor: Visitor) => Promise<void>) | undefined

  /** `prepare` is called before each request; it may put a cookie in. */
  constructor(app: Hono<Env>, host: string, prepare?: (visitor: Visitor) => Promise<void>) {
    this.#app = app
    this.#host = host
    this.#prepare = prepare
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send(path, { headers })
  }

  post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const own = { origin: `http://${this.#host}`, 'content-type': 'application/x-www-form-urlencoded' }
    return this.#send(path, { method: 'POST', body: toBody(fields).toString(), headers: { ...own, ...headers } })
  }

  /** Sends fields and a file, as a form does that has one; the fields stand before it. */
  upload(path: string, fields: Fields, file?: SentFile, headers: Record<string, string> = {}): Promise<Answer> {
    const body = new FormData()
    for (const [name, value] of toBody(fields)) body.append(name, value)
    const { name = '', bytes = new Uint8Array(), type = '' } = file ?? {}
    body.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
    return this.#send(path, { method: 'POST', body, headers: { origin: `http://${this.#host}`, ...headers } })
  }

  /** Opens the page and sends its form that takes a file. */
  async submitFile(path: string, fields: Fields, file?: SentFile): Promise<Answer> {
    const page = await this.get(path)
    if (page.status !== 200) throw new Error(`${path} answered ${page.status}`)
    const { action, hidden } = formIn(page.text, 'type="file"')
    return this.upload(action, { ...hidden, ...fields }, file)
  }

  /** Sends the first form of a page that was answered already, with what it hides and these fields typed over. */
  send(page: Answer, path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.post(path, { ...hiddenFields(page.text), ...fields }, headers)
  }

  /** Opens the page, keeps what its form hides and holds, and sends it with these fields typed over. */
  async submit(path: string, fields: Fields, button?: string): Promise<Answer> {
    const page = await this.get(path)
    if (page.status !== 200) throw new Error(`${path} answered ${page.status}`)
    const form = formIn(page.text, button)
    return this.post(form.action || path, { ...form.hidden, ...fields })
  }

  async #send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Answer> {
    await this.#prepare?.(this)
    const request = new Request(`http://${this.#host}${path}`, { ...init, headers: this.#headers(init.headers) })
    const socket = { remoteAddress: this.address }
    const response = await this.#app.fetch(request, this.address && { incoming: { socket } })
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    const { status, headers } = response
    const bytes = new Uint8Array(await response.arrayBuffer())
    return { status, headers, bytes, text: new TextDecoder().decode(bytes), location: headers.get('location') ?? '' }
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split('; ')
    const at = pair.indexOf('=')
    const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute))
    if (gone) this.cookies.delete(pair.slice(0, at))
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }

  #headers(more: Record<string, string>): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return { host: this.#host, ...(cookie && { cookie }), ...more }
  }
}

/** A file as a person chooses it: its name and type say what they like. */
export interface SentFile {
  name: string
  bytes: Uint8Array
  type?: string
}

export type Fields = Record<string, string | string[]>

function toBody(fields: Fields): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one)
  }
  return body
}

/** One tag with its attributes; a value in quotes may hold `>`. */
const tags = (name: string) => new RegExp(`<${name}(?:\\s(?:[^>"]|"[^"]*")*)?>`, 'g')

const attribute = (tag: string, name: string): string =>
  unescape(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

const unescape = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** What the forms of a page hide: keys and versions. */
export function hiddenFields(html: string): Record<string, string> {
  const inputs = (html.match(tags('input')) ?? []).filter((input) => attribute(input, 'type') === 'hidden')
  return Object.fromEntries(inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]))
}

/** The form that has this button (or the only POST form in the main part): where it goes and what it hides. */
export function formIn(html: string, button?: string): { action: string; hidden: Record<string, string> } {
  const main = html.slice(html.indexOf('<main'))
  const forms = main.match(/<form[\s\S]*?<\/form>/g) ?? []
  const posts = forms.filter((form) => attribute(form.match(tags('form'))![0], 'method') === 'post')
  const form = button === undefined ? posts[0] : posts.find((candidate) => candidate.includes(button))
  if (!form) throw new Error(`there is no form${button === undefined ? '' : ` with "${button}"`}`)
  return { action: attribute(form.match(tags('form'))![0], 'action'), hidden: hiddenFields(form) }
}
