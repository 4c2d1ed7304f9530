import assert from 'node:assert/strict'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer as createPage } from 'node:http'
import { type AddressInfo, createServer as createSocket, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { insertAccount } from '#domains/accounts/account-queries.ts'
import { insertRole } from '#domains/accounts/role-queries.ts'
import { listBackups, recordProven } from '#platform/backup/backup-files.ts'
import { makeBackup } from '#platform/backup/make-backup.ts'
import { recordAudit } from '#platform/audit.ts'
import { createSealer } from '#platform/sealing.ts'
import { cloneDatabase } from '#test/database.ts'
import { breaches as catalogueBreaches } from '#test/isolation/breaches.ts'
import { aCentre, asSuperuser, testDeps } from '#test/support.ts'
import { verifyChains } from '../chains.ts'
import type { Check, Scene, State } from './check.ts'
import { checks, type Examined, examine, exitStatus } from './examine.ts'
import { lookAtReplica, readScene } from './scene.ts'

const secret = 'Xk3/pQ9vZ1tY7uWm2sR8aLd5cNf0hJe4gBb6iToK'
const backupKey = 'Ab1/qR8vZ2tY6uWm3sX7aLd4cNf9hJe5gBb0iToP'
const folder = await mkdtemp(join(tmpdir(), 'splot-doctor-'))
await chmod(folder, 0o700)
await mkdir(join(folder, 'postgres'))
const keyFolder = await mkdtemp(join(tmpdir(), 'splot-doctor-key-'))
const keyFile = join(keyFolder, 'key')
await writeFile(keyFile, backupKey, { mode: 0o600 })

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))
const page = createPage((_request, answer) => answer.end('ok'))
const mail = createSocket((socket) => socket.on('error', () => {}).end('220 mail\r\n'))
const scanner = createSocket((socket) => socket.on('error', () => {}).once('data', () => socket.end('PONG\0')))
const [port, mailPort, scannerPort] = [await listen(page), await listen(mail), await listen(scanner)]

/** An installation for residents in which all is well but what the test server gives up for speed. */
const database = await cloneDatabase()
const sealer = createSealer(secret)
const deps = await testDeps({ database })
const centre = await aCentre(deps, database)
await centre.work(async (tx) => {
  const secrets = { passwordHash: '$argon2id$none', totpSecret: sealer.seal('totp', 'JBSWY3DPEHPK3PXP') }
  const id = await insertAccount(tx, { email: 'anna@cus.pl', name: 'Anna Testowa', phone: '1' }, secrets)
  const validFrom = Temporal.PlainDate.from('2020-01-01')
  await insertRole(tx, id!, { role: 'administrator', validFrom, validUntil: null })
  for (const n of [1, 2, 3]) recordAudit(tx, { event: 'thing.written', detail: { n } })
})
const environment = {
  DATABASE_URL: 'postgres://splot_app@localhost/splot',
  SPLOT_SECRET: secret,
  SPLOT_BASE_URL: 'https://cus.example.pl',
  SPLOT_TRUSTED_PROXY: '127.0.0.1',
  SPLOT_DATA: folder,
  SPLOT_BACKUP_KEY_FILE: keyFile,
  SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
  SPLOT_CLAMD: `127.0.0.1:${scannerPort}`,
  PORT: String(port),
}
const backups = join(folder, 'backups')
const now = Temporal.Now.instant()
const source = { backup: database.backup, app: database.app }
await makeBackup({ source, folder: backups, keep: 9, key: backupKey, secretCheck: '', now })
await recordProven(backups, { at: now.toString(), backup: 'x', rows: 1, tables: 1, seconds: 1 })

const client = new pg.Client(database.superuser)
await client.connect()
await client.query('begin')
await client.query('set local role splot_app')
const server = { app: database.app, direct: database.app, owner: undefined, backup: undefined, embedded: false }
const read = await readScene(client, { ...server, lost: new Promise(() => {}), stop: async () => {} }, environment)
const well: Scene = { ...read, machine: { ...read.machine, runsAsRoot: false } }

after(async () => {
  await client.end()
  await database.drop()
  page.close()
  mail.close()
  scanner.close()
  for (const made of [folder, keyFolder]) await rm(made, { recursive: true })
})

/** What the tests' own server does without, for speed; it stands for the breach of these checks. */
const givenUp: Record<string, State> = {
  'setting-fsync': 'fail',
  'setting-full-page-writes': 'fail',
  'setting-synchronous-commit': 'fail',
  'wal-archiving': 'warn',
}

interface Breach {
  /** Statements of a superuser. */
  sql?: string
  /** What the scene shows instead. */
  scene?: Partial<Scene>
  /** Something done to a file, and undone. */
  file?: { break(): Promise<unknown>; mend(): Promise<unknown> }
  state?: State
}

const config = (change: Partial<Scene['config']>): Breach => ({ scene: { config: { ...well.config, ...change } } })
const machine = (change: Partial<Scene['machine']>): Breach => ({ scene: { machine: { ...well.machine, ...change } } })
const later = (days: number): Breach => ({ scene: { now: () => now.add({ hours: 24 * days }) } })

/** A setting that no statement can change while the server runs. */
const setting = (name: string, value: string): Breach => ({
  scene: {
    ask: async <T>(sql: string, values?: unknown[]) =>
      values?.[0] === name ? ([{ value }] as T[]) : well.ask<T>(sql, values),
  },
})
const answering = (pattern: RegExp, rows: unknown[]): Breach => ({
  scene: {
    ask: async <T>(sql: string, values?: unknown[]) => (pattern.test(sql) ? (rows as T[]) : well.ask<T>(sql, values)),
  },
})
const mode = (path: () => Promise<string>, bad: number, good: number): Breach => ({
  file: { break: async () => chmod(await path(), bad), mend: async () => chmod(await path(), good) },
})
const written = (name: string, bits: number): Breach => {
  const path = join(folder, name)
  return { file: { break: () => writeFile(path, 'x', { mode: bits }), mend: () => rm(path) } }
}
const inCentre = `set local splot.tenant_id = '${centre.id}';`
const account = `(select id from account where tenant_id = '${centre.id}' limit 1)`
const aMail = (written: string, next: string) =>
  `insert into mail (tenant_id, to_name, to_address, subject, body, written_at, next_attempt_at)
  values ('${centre.id}', 'A', 'a@b', 's', 'b', ${written}, ${next})`
const aTenant = `insert into tenant (slug, name, kind, mode, voivodeship_teryt, phone, email, address, opening_hours, sample)
  values ('other', 'C', 'centre', 'standalone-city', '04', '1', 'a@b', 'x', 'y', true)`
const secondCentre = { id: crypto.randomUUID(), slug: 'second', sample: false }
const newestBackup = async () => (await listBackups(backups))[0]!.path

const copy = { inRecovery: true, bytesBehind: 0, secondsSince: 1 }
const replica = (seen: Scene['replica']): Breach => ({
  scene: { config: { ...well.config, databaseReplicaUrl: 'postgres://splot_app@replica/splot' }, replica: seen },
})

const breaches: Record<string, Breach | Breach[]> = {
  'serving-role': { sql: 'alter role splot_app createrole' },
  'other-roles': { sql: 'create role stranger; grant select on person to stranger' },
  'public-schema': { sql: 'grant create on schema public to splot_backup' },
  'backup-role': { sql: 'alter role splot_backup nobypassrls' },
  'migrations-pending': { sql: `delete from migration where name like '%create_mail.sql'` },
  'migrations-unknown': { sql: `insert into migration (name, checksum) values ('29990101_0000_fly_moon.sql', '')` },
  'migrations-unchanged': { sql: `update migration set checksum = 'x' where name like '%create_mail.sql'` },
  'constraints-validated': { sql: 'alter table mail add constraint odd check (attempts < 99) not valid' },
  'triggers-on': { sql: 'alter table audit_event disable trigger user' },
  'indexes-valid': { sql: `update pg_index set indisvalid = false where indexrelid = 'mail_waiting'::regclass` },
  'collation-version': {
    sql: `update pg_database set datcollversion = '1' where datname = current_database()`,
    state: 'warn',
  },
  'setting-data-checksums': { ...setting('data_checksums', 'off'), state: 'warn' },
  'setting-row-security': { sql: 'set local row_security = off' },
  'setting-server-encoding': setting('server_encoding', 'SQL_ASCII'),
  'setting-password-encryption': { sql: `set local password_encryption = 'md5'` },
  'setting-autovacuum': setting('autovacuum', 'off'),
  'setting-statements-in-log': { sql: `set local log_statement = 'mod'`, state: 'warn' },
  'connections-enough': { ...setting('max_connections', '10'), state: 'warn' },
  'server-release': setting('server_version_num', '150003'),
  'server-supported': later(4000),
  'tls-to-database': config({ databaseUrl: 'postgres://splot_app@db.example.pl/splot' }),
  'pooler-direct': { scene: { pooled: true } },
  'replica-reachable': [
    config({ databaseReplicaUrl: 'postgres://splot_app@127.0.0.1:1/splot' }),
    replica(() => Promise.reject(new Error('no route'))),
  ],
  'replica-recovery': replica(async () => ({ ...copy, inRecovery: false })),
  'replica-lag': [
    replica(async () => ({ ...copy, bytesBehind: 2 * 1024 ** 3 })),
    { ...replica(async () => ({ ...copy, bytesBehind: 20 * 1024 ** 2 })), state: 'warn' },
    { ...replica(async () => ({ ...copy, bytesBehind: 1, secondsSince: 400 })), state: 'warn' },
  ],
  'transaction-numbers': answering(/datfrozenxid/, [{ value: '2000000000' }]),
  'forgotten-transactions': { ...answering(/idle in transaction/, [{ value: '1' }]), state: 'warn' },
  'secret-strength': config({ secret: 'a'.repeat(40) }),
  'secret-file': { ...written('secret', 0o644), ...config({ secret: undefined }) },
  'earlier-secrets-file': written('secret-previous', 0o640),
  'sample-accounts-file': written('sample-accounts.json', 0o644),
  'database-passwords-file': { ...written('postgres/passwords.json', 0o644), scene: { embedded: true } },
  'secret-opens': config({ secret: 'Zz9/pQ9vZ1tY7uWm2sR8aLd5cNf0hJe4gBb6iToK' }),
  'backup-key': { scene: { backups: { ...well.backups!, key: 'b'.repeat(40) } } },
  'data-folder-mode': mode(async () => folder, 0o755, 0o700),
  'data-folder-place': config({ dataFolder: '/var/www/splot' }),
  'base-url-https': config({ baseUrl: 'http://cus.example.pl' }),
  'trusted-proxy': { scene: { trustsProxy: false } },
  'listening-address': { ...config({ host: '0.0.0.0' }), state: 'warn' },
  answers: { ...config({ port: 1 }), state: 'warn' },
  hosts: { scene: { centres: [...well.centres, secondCentre] } },
  'log-level': { ...config({ logLevel: 'trace' }), state: 'warn' },
  'sample-setting': config({ sample: true }),
  'sample-centre': { sql: aTenant, scene: { centres: [...well.centres, { ...secondCentre, sample: true }] } },
  'mail-set': config({ smtpUrl: undefined }),
  'mail-reachable': config({ smtpUrl: `smtp://127.0.0.1:${port}` }),
  'mail-encrypted': { ...config({ smtpUrl: 'smtp://mail.example.pl' }), state: 'warn' },
  'mail-backlog': { sql: aMail(`now() - interval '2 days'`, 'now()') },
  'mail-given-up': { sql: aMail('now()', 'null'), state: 'warn' },
  'virus-scan': config({ clamd: { host: '127.0.0.1', port } }),
  'node-version': machine({ nodeVersion: 'v20.1.0' }),
  memory: machine({ totalMemory: 500_000_000 }),
  'disk-data': machine({ freeDisk: async () => 1000 }),
  'disk-backups': machine({ freeDisk: async () => 1000 }),
  'not-root': { ...machine({ runsAsRoot: true }), state: 'warn' },
  clock: { scene: { now: () => Temporal.Now.instant().add({ hours: 2 }) } },
  'time-zone': answering(/Europe\/Warsaw/, [{ minutes: 60 }, { minutes: 60 }]),
  'embedded-engine': { scene: { embedded: true }, state: 'warn' },
  'backup-age': later(8),
  'backup-opens': { scene: { backups: { ...well.backups!, key: 'another key, which opens nothing at all' } } },
  'backup-modes': mode(newestBackup, 0o644, 0o600),
  'backup-not-too-old': later(36),
  'proven-restore': later(40),
  'erasure-list': {
    sql: `insert into erasure (tenant_id, id, subject_kind, subject_id, basis, case_numbers, counts, content_hash,
        decided_by, decided_by_name, erased_at)
      values ('${centre.id}', gen_random_uuid(), 'person', gen_random_uuid(), 'request', '{}', '{}',
        sha256('x'), gen_random_uuid(), 'Anna', now())`,
  },
  centres: { scene: { centres: [] }, state: 'warn' },
  administrators: { sql: `${inCentre} update account set state = 'disabled'`, state: 'warn' },
  'sessions-of-disabled': {
    sql: `insert into session (tenant_id, token_hash, account_id, created_at, last_seen_at, proven_at, expires_at)
      values ('${centre.id}', sha256('x'), ${account}, now(), now(), now(), now() + interval '1 hour');
      update account set state = 'disabled'`,
  },
  'second-factor': { sql: `update account set totp_secret = ''` },
  'sample-accounts': { sql: `update account set email = 'ewa.kalina@cus.example.org'` },
  'sessions-cleaned': {
    sql: `insert into session (tenant_id, token_hash, account_id, created_at, last_seen_at, proven_at, expires_at)
      values ('${centre.id}', sha256('x'), ${account}, now(), now(), now(), now() - interval '30 days')`,
    state: 'warn',
  },
  'drafts-cleaned': {
    sql: `insert into form_draft select * from json_populate_record(null::form_draft, json_build_object(
        'tenant_id', '${centre.id}', 'token_hash', '\\x' || repeat('ab', 32), 'form', 'x', 'answers_sealed', '\\x00', 'fields', '{}'::json, 'step', 1, 'version', 1,
        'created_at', now(), 'updated_at', now(), 'expires_at', now() - interval '30 days'))`,
    state: 'warn',
  },
}

/** What can't be broken from here, each with its reason. */
const unbroken: Record<string, string> = {
  'settings-file': 'it would be the .env of the checkout',
  documents: 'the compiler is a package',
  'audit-chain': 'has a test of its own below',
}

const every: Examined[] = []
for (const check of checks) every.push(await examine(check, well))

test('where all is well nothing is found but what the test server gives up for speed', () => {
  const bad = every.filter(({ state }) => state === 'warn' || state === 'fail')
  assert.deepEqual(Object.fromEntries(bad.map(({ id, state }) => [id, state])), givenUp)
})

test('there are at least forty checks, each with an id of its own, and each is broken here', () => {
  assert.ok(checks.length >= 40)
  assert.equal(new Set(checks.map(({ id }) => id)).size, checks.length)
  const known = [...Object.keys(breaches), ...Object.keys(unbroken), ...Object.keys(givenUp)]
  const left = checks.map(({ id }) => id).filter((id) => !id.startsWith('catalogue-') && !known.includes(id))
  assert.deepEqual(left, [])
})

async function lookBroken(check: Check, breach: Breach) {
  await client.query('savepoint breach')
  try {
    await client.query('reset role')
    for (const statement of [breach.sql ?? []].flat()) await client.query(statement)
    await client.query('set local role splot_app')
    await breach.file?.break()
    return await examine(check, { ...well, ...breach.scene })
  } finally {
    await client.query('rollback to savepoint breach')
    await breach.file?.mend()
  }
}

for (const check of checks) {
  const rule = check.id.replace('catalogue-', '')
  const fromRule = [catalogueBreaches[rule] ?? []].flat().map((sql): Breach => ({ sql }))
  const given = check.id.startsWith('catalogue-') ? fromRule : [breaches[check.id] ?? []].flat()
  if (given.length === 0) continue
  test(`the doctor finds it when broken: ${check.id}`, async () => {
    for (const breach of given) {
      const found = await lookBroken(check, breach)
      assert.equal(found.state, breach.state ?? 'fail', found.found)
      assert.ok(found.advice)
    }
    const again = every.find(({ id }) => id === check.id)!
    assert.ok(['ok', 'skipped'].includes(again.state))
  })
}

test('a pooler with a direct way past it is well, and so is a replica that keeps up', async () => {
  const look = async (id: string, scene: Partial<Scene>) =>
    (
      await examine(
        checks.find((check) => check.id === id)!,
        { ...well, ...scene },
      )
    ).state
  const databaseDirectUrl = 'postgres://splot_app@server/splot'
  assert.equal(await look('pooler-direct', { pooled: true, config: { ...well.config, databaseDirectUrl } }), 'ok')
  const { scene } = replica(async () => copy)
  for (const id of ['replica-reachable', 'replica-recovery', 'replica-lag']) {
    assert.equal(await look(id, scene!), 'ok', id)
    assert.equal(await look(id, {}), 'skipped', id)
  }
  const { user, password, host, port: at, database: name } = database.superuser
  const primary = `postgres://${user}:${password}@localhost:${at}/${name}?host=${encodeURIComponent(host)}`
  const seen = await lookAtReplica(primary, well.ask)
  assert.equal(seen.inRecovery, false, 'the primary itself is told from a replica')
})

test('a passkey counts as a second factor, a suspended one does not', async () => {
  const check = checks.find(({ id }) => id === 'second-factor')!
  const passkey = (suspended: string) => `update account set totp_secret = '';
    insert into passkey (tenant_id, account_id, credential_id, public_key, host, sign_count, synced, name, created_at, suspended_at)
    values ('${centre.id}', ${account}, decode(repeat('ab', 32), 'hex'), decode(repeat('cd', 91), 'hex'), 'cus.example.pl', 0, false, 'Laptop', now(), ${suspended})`
  assert.equal((await lookBroken(check, { sql: passkey('null') })).state, 'ok')
  assert.equal((await lookBroken(check, { sql: passkey('now()') })).state, 'fail')
})

test('the first broken link of an audit is named', async () => {
  const chains = () => verifyChains(database.app)
  const check = checks.find(({ id }) => id === 'audit-chain')!
  const change = (event: string) =>
    asSuperuser(database, async (superuser) => {
      await superuser.query('alter table audit_event disable trigger user')
      await superuser.query(`update audit_event set event = $2 where tenant_id = $1 and seq = 2`, [centre.id, event])
      await superuser.query('alter table audit_event enable trigger user')
    })
  await client.query('rollback')
  await change('thing.altered')
  const found = await examine(check, { ...well, chains })
  assert.equal(found.state, 'fail')
  assert.match(found.found, /is broken at link 2$/)
  await change('thing.written')
  assert.equal((await examine(check, { ...well, chains })).state, 'ok')
})

test('a check that cannot look has failed', async () => {
  const check = checks.find(({ id }) => id === 'other-roles')!
  const ask = () => Promise.reject(new Error('no connection'))
  assert.match((await examine(check, { ...well, ask })).found, /could not be looked at: no connection/)
})

test('the exit status is that of the worst', () => {
  const found = (state: State) => ({ state, found: '' })
  assert.equal(exitStatus([found('ok'), found('skipped')]), 0)
  assert.equal(exitStatus([found('ok'), found('warn')]), 1)
  assert.equal(exitStatus([found('warn'), found('fail'), found('ok')]), 2)
})
