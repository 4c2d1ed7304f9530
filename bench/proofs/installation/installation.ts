import { createHash } from 'node:crypto'
import { findFreePort } from '#platform/postgres/address.ts'
import { withDataFolder } from '../../program.ts'
import { startApplication, type Application } from './application.ts'
import { openProofDatabase, type ProofDatabase } from './database.ts'

/** A whole installation with the sample city: PostgreSQL and some processes of Splot, each a program of its own. */
export interface Installation {
  folder: string
  database: ProofDatabase
  applications: Application[]
}

interface Shape {
  processes?: number
  /** For Splot; settings of PostgreSQL go into `database`. */
  env?: Record<string, string>
  database?: Record<string, string>
}

/** Does the work in an installation of its own and leaves nothing behind, however it ends. */
export const inInstallation = <T>(shape: Shape, work: (installation: Installation) => Promise<T>): Promise<T> =>
  withDataFolder(async (folder) => {
    const database = await openProofDatabase(folder, shape.database)
    const applications: Application[] = []
    try {
      // One after the other: the first one migrates and loads the sample.
      for (let at = 0; at < (shape.processes ?? 1); at += 1) {
        const port = await findFreePort()
        const env = { ...environment(folder, database), ...shape.env }
        applications.push(await startApplication({ port, dataFolder: folder, env }))
      }
      return await work({ folder, database, applications })
    } finally {
      await Promise.all(applications.map((one) => one.stop()))
      await database.stop()
    }
  })

const environment = (folder: string, database: ProofDatabase) => ({
  DATABASE_URL: database.url('splot_app'),
  DATABASE_OWNER_URL: database.url('splot_owner'),
  SPLOT_SAMPLE: 'yes',
  SPLOT_SECRET: createHash('sha256').update(folder).digest('hex'),
})
