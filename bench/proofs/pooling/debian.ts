import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Connection, type Role, withClient } from '#platform/postgres/roles.ts'
import { serverUser } from '#platform/postgres/server-user.ts'

const versions = '/usr/lib/postgresql'
const pooler = '/usr/sbin/pgbouncer'

/** The folder of Debian's newest PostgreSQL, where that and PgBouncer are installed. */
export function debianPrograms(): string | undefined {
  const newest = existsSync(versions) && readdirSync(versions).toSorted((a, b) => Number(b) - Number(a))[0]
  const bin = newest && join(versions, newest, 'bin')
  return bin && existsSync(join(bin, 'pg_basebackup')) && existsSync(pooler) ? bin : undefined
}

/** A socket in the proof's own folder; who may enter that may be any role. */
const ports = { primary: 5432, replica: 5433, pooler: 6432 } as const
export type Place = keyof typeof ports

/** A primary, a streaming copy of it, and PgBouncer in transaction mode before the primary with two connections. */
export interface Servers {
  version: string
  url(place: Place, role: Role): string
  connection(place: Place, role: Role): Connection
  /** One statement as superuser, its first column as text. */
  ask(place: Place, statement: string): Promise<string>
  stopReplica(): void
  startReplica(): void
  stop(): Promise<void>
}

export async function startServers(folder: string, bin: string): Promise<Servers> {
  const sockets = join(folder, 'sockets')
  for (const name of ['sockets', 'logs', 'primary', 'replica']) makeOwn(join(folder, name))
  const run = (program: string, ...words: string[]) => runAsServer(join(bin, program), words)
  const control = (server: 'primary' | 'replica', ...words: string[]) =>
    void run('pg_ctl', '-D', join(folder, server), '-w', '-t', '60', ...words)
  const start = (server: 'primary' | 'replica') =>
    control(server, '-l', join(folder, 'logs', server), '-o', `-p ${ports[server]}`, 'start')
  const stop = (server: 'primary' | 'replica') => {
    if (existsSync(join(folder, server, 'postmaster.pid'))) control(server, '-m', 'fast', 'stop')
  }

  const started = new AsyncDisposableStack()
  try {
    makePrimary(run, folder)
    start('primary')
    started.defer(() => stop('primary'))
    await makeDatabase({ ...waysTo(sockets).connection('primary', 'postgres'), database: 'postgres' })
    const from = ['-h', sockets, '-p', String(ports.primary), '-U', 'postgres']
    run('pg_basebackup', ...from, '-D', join(folder, 'replica'), '-R', '-X', 'stream', '-c', 'fast')
    start('replica')
    started.defer(() => stop('replica'))
    started.defer(await startPooler(folder, sockets))
  } catch (error) {
    await started.disposeAsync()
    throw error
  }
  return {
    version: [join(bin, 'postgres'), pooler].map((one) => runAsServer(one, ['--version']).split('\n')[0]).join(', '),
    ...waysTo(sockets),
    stopReplica: () => stop('replica'),
    startReplica: () => start('replica'),
    stop: () => started.disposeAsync(),
  }
}

function makePrimary(run: (program: string, ...words: string[]) => string, folder: string): void {
  const data = join(folder, 'primary')
  const locale = ['-E', 'UTF8', '--locale-provider=icu', '--icu-locale=pl-PL', '--locale=C.UTF-8']
  run('initdb', '-D', data, '--auth=trust', '-U', 'postgres', ...locale)
  writeFileSync(join(data, 'postgresql.conf'), settings(join(folder, 'sockets')), { flag: 'a' })
}

/** As docs/installation.md has it. */
const makeDatabase = (superuser: Connection): Promise<void> =>
  withClient(superuser, async (client) => {
    for (const role of ['splot_owner', 'splot_app']) await client.query(`create role ${role} login`)
    await client.query('create database splot owner splot_owner')
  })

function waysTo(sockets: string): Pick<Servers, 'url' | 'connection' | 'ask'> {
  const connection = (place: Place, user: Role) => {
    return { host: sockets, port: ports[place], database: 'splot', user, password: 'x' }
  }
  return {
    connection,
    url: (place, role) =>
      `postgres://${role}:x@localhost/splot?${new URLSearchParams({ host: sockets, port: String(ports[place]) })}`,
    ask: (place, statement) =>
      withClient(connection(place, 'postgres'), async (client) => {
        const { rows } = await client.query<unknown[]>({ text: statement, rowMode: 'array' })
        return String(rows[0]?.[0])
      }),
  }
}

const settings = (sockets: string): string => `
listen_addresses = ''
unix_socket_directories = '${sockets}'
shared_buffers = '64MB'
timezone = 'UTC'
`

const poolerSettings = (folder: string, sockets: string): string => `
[databases]
splot = host=${sockets} port=${ports.primary} dbname=splot
[pgbouncer]
listen_port = ${ports.pooler}
unix_socket_dir = ${sockets}
auth_type = trust
auth_file = ${folder}/users.txt
pool_mode = transaction
default_pool_size = 2
max_client_conn = 200
`

async function startPooler(folder: string, sockets: string): Promise<() => Promise<void>> {
  const file = join(folder, 'pgbouncer.ini')
  writeFileSync(file, poolerSettings(folder, sockets))
  writeFileSync(join(folder, 'users.txt'), '"splot_app" "x"\n"postgres" "x"\n')
  const child = spawn(pooler, ['-q', file], { ...serverUser(), cwd: folder, stdio: 'ignore' })
  const ended = once(child, 'exit')
  const listens = () => existsSync(join(sockets, `.s.PGSQL.${ports.pooler}`))
  for (let tries = 0; !listens() && child.exitCode === null && tries < 500; tries += 1) await sleep(20)
  if (!listens()) throw new Error('PgBouncer did not start')
  return async () => {
    child.kill('SIGTERM')
    await ended
  }
}

function makeOwn(folder: string): void {
  mkdirSync(folder, { mode: 0o700 })
  const user = serverUser()
  if (user) chownSync(folder, user.uid, user.gid)
}

function runAsServer(program: string, words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, words, {
    ...serverUser(),
    cwd: '/',
    encoding: 'utf8',
    // A server that pg_ctl starts would keep a pipe open for as long as it lives.
    ...(words.includes('start') && { stdio: 'ignore' as const }),
  })
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr}`)
  return (stdout ?? '').trim()
}
