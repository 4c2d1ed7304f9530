import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import type { EmbeddedPostgres } from './start.ts'

export type Role = 'postgres' | 'splot_owner' | 'splot_app' | 'splot_backup'

/** Where and as whom to connect; `pg` takes it as it is. */
export interface Connection {
  host: string
  port: number
  database: string
  user: Role
  password: string
}

/** What it takes to reach a running server. */
export type ServerAccess = Pick<EmbeddedPostgres, 'host' | 'port' | 'passwords'>

export function connectionTo(server: ServerAccess, user: Role, database = 'splot'): Connection {
  return { host: server.host, port: server.port, database, user, password: server.passwords[user] }
}

/** The roles and the database of a new cluster; on a later start nothing is left to do. */
export async function prepareDatabase(server: ServerAccess): Promise<void> {
  await withClient(connectionTo(server, 'postgres', 'postgres'), async (client) => {
    for (const role of ['splot_owner', 'splot_app'] as const) await createRole(client, role, server.passwords[role])
    await createBackupRole(client, server.passwords.splot_backup)
    await createDatabase(client, 'splot')
    await client.query('grant connect on database splot to splot_backup')
  })
}

/** Reads every row of every centre, and can change nothing: what `bin/splot backup` works as. */
async function createBackupRole(client: Client, password: string): Promise<void> {
  await createRole(client, 'splot_backup', password)
  await client.query('alter role splot_backup bypassrls inherit')
  await client.query('alter role splot_backup set default_transaction_read_only = on')
  await client.query('grant pg_read_all_data to splot_backup')
}

async function createRole(client: Client, role: Role, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  if (rowCount === 0) await client.query(`create role ${role} login noinherit password ${escapeLiteral(password)}`)
}

/** A database of splot_owner that only our roles may connect to; a copy of `template` where one is named. */
export async function createDatabase(client: Client, name: string, template?: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  if (rowCount !== 0) return
  const database = escapeIdentifier(name)
  const source = template ? ` template ${escapeIdentifier(template)}` : ''
  await client.query(`create database ${database} owner splot_owner${source}`)
  await client.query(`revoke all on database ${database} from public`)
  await client.query(`grant connect on database ${database} to splot_app, splot_backup`)
}

/** Connects, works, and always disconnects. */
export async function withClient<T>(
  connection: Connection | { connectionString: string },
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client(connection)
  client.on('error', () => {}) // a lost connection also fails the query that waits for it
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
