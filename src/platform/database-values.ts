import pg from 'pg'

const { builtins } = pg.types
/** `date[]`, which pg doesn't name. */
const dateArray = 1182

/** How values arrive from PostgreSQL: a `date` is a PlainDate, a `timestamptz` an Instant; the rest as pg gives it. */
export function parseDatabaseValue(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === builtins.DATE) return (value) => Temporal.PlainDate.from(value)
  if (oid === builtins.TIMESTAMPTZ) return (value) => Temporal.Instant.from(value.replace(' ', 'T'))
  if (oid === builtins.INT8) return Number
  if (oid === dateArray)
    return (value) =>
      value
        .slice(1, -1)
        .split(',')
        .filter(Boolean)
        .map((day) => Temporal.PlainDate.from(day))
  return pg.types.getTypeParser(oid, format === 'binary' ? 'text' : format)
}

/** How values go to PostgreSQL: pg would write these objects as JSON, in quotes, unless they say otherwise. */
for (const { prototype } of [Temporal.Instant, Temporal.PlainDate]) {
  Object.defineProperty(prototype, 'toPostgres', { value: isoText, configurable: true })
}

function isoText(this: Temporal.Instant | Temporal.PlainDate): string {
  return this.toString()
}
