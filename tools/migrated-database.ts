import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from 'pg'
import { openServer } from '#platform/database-server.ts'
import { silentLog } from '#platform/log-sink.ts'
import { withClient } from '#platform/postgres/roles.ts'

/** Works on an empty database that has just had every migration, and throws it away. */
export async function withMigratedDatabase<T>(work: (owner: Client) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'splot-refresh-'))
  await chmod(folder, 0o711)
  try {
    const server = await openServer(
      { dataFolder: folder, databaseUrl: undefined, databaseOwnerUrl: undefined },
      silentLog,
    )
    try {
      return await withClient(server.owner!, work)
    } finally {
      await server.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
