import pg, { type Client } from 'pg'

/** A statement as it went over the wire, with the rows that came back. */
export interface Statement {
  text: string
  values: readonly unknown[]
  rows: readonly Record<string, unknown>[]
  rowCount: number | null
}

type Query = (text: string, values?: unknown[]) => Promise<pg.QueryResult>

/** Runs the work and gives all that it sent through the driver, `begin` and `commit` included. */
export async function record(work: () => Promise<void>): Promise<Statement[]> {
  const statements: Statement[] = []
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const { query } = prototype
  prototype.query = async function (this: Client, text, values = []) {
    const result = await query.call(this, text, values)
    statements.push({ text, values, rows: result.rows ?? [], rowCount: result.rowCount })
    return result
  }
  try {
    await work()
  } finally {
    prototype.query = query
  }
  return statements
}

/** Sends recorded statements again, for another application: what the database gives anew stands for what it gave then. */
export async function replay(client: Client, statements: readonly Statement[], known: Map<unknown, unknown>) {
  const anew = new Map(known)
  for (const { text, values, rows, rowCount } of statements) {
    const sent = values.map((value) => substitute(value, anew))
    const result = await client.query(text, sent)
    if (result.rowCount !== rowCount) throw new Error(`another number of rows than the first time: ${text}`)
    learn(anew, rows, result.rows ?? [])
  }
}

function learn(anew: Map<unknown, unknown>, then: Statement['rows'], now: Statement['rows']): void {
  for (const [index, row] of then.entries()) {
    for (const [column, value] of Object.entries(row)) {
      const other = now[index]![column]
      if (column === 'seq') shiftNumbers(anew, Number(value), Number(other))
      else if (column === 'last') anew.set(`IPUS/${Number(value)}/`, `IPUS/${Number(other)}/`)
      else if (isId(value) && value !== other) anew.set(value, other)
    }
  }
}

/** The links of the audit's chain are numbered on from the last. */
function shiftNumbers(anew: Map<unknown, unknown>, then: number, now: number): void {
  for (let link = 0; link <= 30; link++) anew.set(then + link, now + link)
}

function substitute(value: unknown, anew: ReadonlyMap<unknown, unknown>): unknown {
  if (anew.has(value)) return anew.get(value)
  if (typeof value !== 'string' || !value.startsWith('IPUS/')) return value
  const [then, now] = [...anew].find(([known]) => typeof known === 'string' && value.startsWith(known)) ?? ['', '']
  return value.replace(String(then), String(now))
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)
