import { z } from 'zod'

/** The first line of a backup: which schema its rows are of. */
const manifestShape = z.object({
  madeAt: z.string(),
  postgres: z.string(),
  /** A keyed hash by the installation's secret: tells whether sealed values can be read after a restore. */
  secretCheck: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})
export type Manifest = z.infer<typeof manifestShape>

const sumShape = z.object({ rows: z.number(), sum: z.string() })
export type TableSum = z.infer<typeof sumShape>

/** The last line: what each table held. */
const totalsShape = z.object({ centres: z.number(), tables: z.record(z.string(), sumShape) })
export type Totals = z.infer<typeof totalsShape>

export const readManifest = (line: Buffer): Manifest => manifestShape.parse(JSON.parse(line.toString('utf8')))
export const readTotals = (line: Buffer): Totals => totalsShape.parse(JSON.parse(line.toString('utf8')))

/** Stands on a line of its own after the rows of a table; no row of COPY looks like it. */
export const endOfTable = Buffer.from('\\.\n')

export const rowsIn = ({ tables }: Totals): number => Object.values(tables).reduce((sum, { rows }) => sum + rows, 0)

/** The tables whose rows are not what the backup says, each in words. */
export function differences(said: Totals['tables'], found: Totals['tables']): string[] {
  const names = [...new Set([...Object.keys(said), ...Object.keys(found)])].sort()
  return names.flatMap((name) => {
    const [one, other] = [said[name], found[name]]
    if (one?.rows !== other?.rows) return [`${name}: ${one?.rows ?? 'no'} rows became ${other?.rows ?? 'none'}`]
    return one?.sum === other?.sum ? [] : [`${name}: the content of its ${one?.rows} rows differs`]
  })
}
