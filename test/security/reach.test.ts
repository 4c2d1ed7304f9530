import assert from 'node:assert/strict'
import { Socket } from 'node:net'
import { after, test } from 'node:test'
import { createLog } from '#platform/log.ts'
import { createApp } from '../../src/app.tsx'
import { everyoneIsIn, openCity } from '../hostile/city.ts'
import { asSuperuser, Visitor, type Fields } from '../support.ts'

/** What a form or an address can't reach: other machines, fields that no page has, the log, the inside of a failure. */
const city = await openCity()
const { site, world, routes } = city
after(() => site.stop())
const host = new URL(site.address).host
const forms = routes.flatMap((route) => route.forms)

/** Names, numbers and disguises of machines that only this one can reach, and of files. */
const inner = [
  ...[
    'http://127.0.0.1/',
    'http://localhost:22/',
    'http://[::1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0.0.0.0/',
  ],
  ...[
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://0x7f.1/',
    'http://127.1/',
    'http://[::ffff:127.0.0.1]/',
    'http://①②⑦.0.0.1/',
  ],
  ...[
    'file:///etc/passwd',
    'gopher://127.0.0.1:25/_x',
    'dict://127.0.0.1:11211/',
    'ftp://127.0.0.1/',
    'ldap://127.0.0.1/x',
    'jar:http://127.0.0.1!/',
  ],
  ...[
    'http://127.0.0.1.nip.io/',
    'http://evil.example@127.0.0.1/',
    'http://127.0.0.1#@evil.example/',
    'http://10.0.0.1/',
    'http://192.168.0.1/',
  ],
  ...[
    '//127.0.0.1/',
    '\\\\127.0.0.1\\share',
    'http://[fd00::1]/',
    'http://metadata.google.internal/',
    'smb://127.0.0.1/x',
    'unix:/tmp/x',
  ],
]

test('no address that was typed is ever called', async () => {
  const called: string[] = []
  const connect = Socket.prototype.connect
  const database = String(site.database.app.port)
  Object.assign(Socket.prototype, {
    connect(this: Socket, ...words: [never]) {
      const text = JSON.stringify(words)
      if (!text.includes(database) && !text.includes('.s.PGSQL')) called.push(text)
      return connect.apply(this, words)
    },
  })
  let sent = 0
  try {
    for (const [index, { person, action, names, hidden }] of forms.entries()) {
      const fields = Object.fromEntries(names.map((name, at) => [name, inner[(index * 7 + at) % inner.length]!]))
      await world.people.get(person)!.post(action, { ...fields, ...hidden })
      sent += names.length
    }
    for (const to of inner)
      await world.people
        .get('nobody')!
        .get(`/uslugi?q=${encodeURIComponent(to)}`, { referer: encodeURI(to), origin: encodeURI(to) })
  } finally {
    Socket.prototype.connect = connect
  }
  assert.deepEqual(called, [])
  console.log(`addresses of inner machines: ${sent} typed, 0 called`)
})

/** Columns that only the program sets, as forms and objects might name them. */
const notForForms: Fields = {
  ...{ tenant_id: '00000000-0000-4000-8000-00000000000f', tenantId: '00000000-0000-4000-8000-00000000000f' },
  ...{ id: '00000000-0000-4000-8000-00000000000e', person_id: '00000000-0000-4000-8000-00000000000e', state: 'ended' },
  ...{
    taken_by: '00000000-0000-4000-8000-00000000000e',
    registered_by: 'x',
    created_at: '1999-01-01',
    number: 'CUS/999/1999',
  },
  ...{
    is_admin: 'true',
    roles: 'administrator',
    disabled_at: '1999-01-01',
    receipt_hash: 'x',
    ['__proto__']: 'x',
    constructor: 'x',
  },
}

test('a field that no page has is not stored, and reaches no prototype', async () => {
  for (const { person, action, hidden, names, offered } of forms) {
    const fields = Object.fromEntries(names.map((name) => [name, offered[name]?.[0] ?? '1']))
    await world.people.get(person)!.post(action, { ...notForForms, ...fields, ...hidden })
  }
  assert.equal(({} as Record<string, unknown>)['is_admin'], undefined)
  const planted = await asSuperuser(site.database, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id'`,
    )
    let found = 0
    for (const { name } of tables.rows) {
      const { rows } = await client.query(
        `select 1 from ${name} t where t::text ~ '00000000000[ef]|CUS/999/1999|1999-01-01'`,
      )
      found += name === 'draft' || name === 'interrupted_form' ? 0 : rows.length
    }
    return found
  })
  assert.equal(planted, 0)
})

test('a field that is sent twice counts once', async () => {
  const nobody = world.people.get('nobody')!
  const { email, password } = site.account('director')
  const { status } = await nobody.post('/logowanie', {
    email: ['x', email],
    password: ['x', password],
    code: ['x', '1'],
  })
  assert.equal(status, 422)
})

test('a line of the log stays one line, whatever the request is', async () => {
  const lines: string[] = []
  const deps = { ...site.deps, log: createLog('info', { write: (line: string) => void lines.push(line) }) }
  const visitor = new Visitor(createApp(deps), host)
  for (const odd of ['%0d%0a{"level":60}', '%00', '\u2028x', '%1b[31m', 'a?b=%0a%0d', '"}{"level":60,"msg":"x']) {
    await visitor.get(`/uslugi/${odd}`, { 'user-agent': '{"level":60}', referer: odd.replaceAll(/[^\x20-\x7E]/g, '') })
  }
  assert.equal(lines.length, 6)
  for (const line of lines) {
    const { level, msg, route, ...rest } = JSON.parse(line) as Record<string, unknown>
    assert.deepEqual([level, msg, route], [30, 'request', '/uslugi/:slug'])
    assert.deepEqual(Object.keys(rest).toSorted(), ['method', 'milliseconds', 'requestId', 'status', 'time'])
  }
})

test('what is refused stands in the log by request and account, and what was sent does not', async () => {
  assert.ok(await everyoneIsIn(city))
  const lines: string[] = []
  const deps = { ...site.deps, log: createLog('warn', { write: (line: string) => void lines.push(line) }) }
  const desk = new Visitor(createApp(deps), host)
  for (const [name, value] of world.people.get('front-desk')!.cookies) desk.cookies.set(name, value)
  assert.equal((await desk.get('/praca/konta')).status, 403)
  const foreign = { origin: 'https://zly.example', 'sec-fetch-site': 'cross-site' }
  assert.equal((await desk.post('/wylogowanie', { secret: 'tajne' }, foreign)).status, 403)
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  assert.deepEqual(
    told.map(({ msg, refused }) => [msg, refused]),
    [
      ['refused', 'account.manage'],
      ['refused', 'from another site'],
    ],
  )
  assert.match(String(told[0]!['accountId']), /^[0-9a-f-]{36}$/)
  assert.doesNotMatch(lines.join(), /tajne|zly\.example|@/)
})

test('signing in, failing to and signing out are all in the audit', async () => {
  assert.ok(await everyoneIsIn(city))
  const { email } = site.account('front-desk')
  const nobody = world.people.get('nobody')!
  await nobody.post('/logowanie', { email, password: 'wrong', code: '000000' })
  await world.people.get('director')!.post('/wylogowanie')
  const events = await asSuperuser(site.database, async (client) => {
    const { rows } = await client.query<{ event: string }>('select distinct event from audit_event')
    return rows.map(({ event }) => event)
  })
  for (const event of ['session.opened', 'session.refused', 'session.closed']) assert.ok(events.includes(event), event)
})

test('a failure tells the visitor a number and nothing of the inside, and the log where it was', async () => {
  const lines: string[] = []
  const broken = { ...site.deps.database, inTenant: () => Promise.reject(new Error('secret of the inside')) }
  const deps = {
    ...site.deps,
    database: broken,
    log: createLog('error', { write: (line: string) => void lines.push(line) }),
  }
  const { status, text, headers } = await new Visitor(createApp(deps), host).get('/praca')
  assert.equal(status, 500)
  const id = headers.get('x-request-id')!
  assert.ok(text.includes(id))
  assert.doesNotMatch(text, /secret|Error|\.ts|node_modules|at /)
  assert.match(lines.join(), new RegExp(`${id}.*secret of the inside`))
})
