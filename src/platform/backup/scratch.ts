import type { Client } from 'pg'
import type { Database } from '../database-server.ts'
import { connectionTo, createDatabase, type ServerAccess, withClient } from '../postgres/roles.ts'
import { assertEmpty } from './empty-database.ts'

const scratchName = 'splot_scratch'

/** A database to try a restore in, made in the embedded server and taken away again. */
export async function inMadeScratch<T>(server: ServerAccess, work: (scratch: Database) => Promise<T>): Promise<T> {
  return withClient(connectionTo(server, 'postgres', 'postgres'), async (client) => {
    const drop = () => client.query(`drop database if exists ${scratchName} with (force)`)
    await drop()
    await createDatabase(client, scratchName)
    try {
      return await work(connectionTo(server, 'splot_owner', scratchName))
    } finally {
      await drop()
    }
  })
}

/** The same in a database that an administrator made for it; it's emptied before and after. */
export async function inGivenScratch<T>(
  scratch: Database,
  serving: Database,
  work: (scratch: Database) => Promise<T>,
): Promise<T> {
  if ((await placeOf(scratch)) === (await placeOf(serving)))
    throw new Error('DATABASE_SCRATCH_URL names the database that Splot serves from. Give it one of its own.')
  await withClient(scratch, empty)
  try {
    return await work(scratch)
  } finally {
    await withClient(scratch, wipe)
  }
}

const placeOf = (database: Database): Promise<string> =>
  withClient(database, async (client) => {
    const { rows } = await client.query<{ place: string }>(
      `select concat_ws(' ', current_database(), pg_postmaster_start_time()) as place`,
    )
    return rows[0]!.place
  })

async function empty(client: Client): Promise<void> {
  await assertEmpty(client)
  await wipe(client)
}

async function wipe(client: Client): Promise<void> {
  await client.query('drop schema public cascade; create schema public; revoke all on schema public from public')
}
