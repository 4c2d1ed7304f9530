import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'

/**
 * PostgreSQL with transactions that begin at their first statement: `begin` and the settings that are local to it
 * travel in one message, and a request that asks nothing of the database takes no connection from the pool.
 */
export class LateTransactionDialect extends PostgresDialect {
  override createDriver(): Driver {
    return new LateDriver(super.createDriver())
  }
}

class LateDriver implements Driver {
  readonly #driver: Driver

  constructor(driver: Driver) {
    this.#driver = driver
  }

  init = () => this.#driver.init()
  destroy = () => this.#driver.destroy()
  acquireConnection = async () => new LateConnection(this.#driver)

  async beginTransaction(connection: LateConnection, { isolationLevel, accessMode }: TransactionSettings) {
    if (isolationLevel || accessMode) throw new Error('transactions here have no settings')
    connection.opening.push('begin')
  }
  async commitTransaction({ used }: LateConnection) {
    if (used) await this.#driver.commitTransaction(await used)
  }
  async rollbackTransaction({ used }: LateConnection) {
    const connection = await used?.catch(() => undefined)
    if (connection) await this.#driver.rollbackTransaction(connection)
  }
  async releaseConnection({ used }: LateConnection) {
    const connection = await used?.catch(() => undefined)
    if (connection) await this.#driver.releaseConnection(connection)
  }
}

class LateConnection implements DatabaseConnection {
  /** What goes ahead of the first statement. */
  readonly opening: string[] = []
  used: Promise<DatabaseConnection> | undefined
  readonly #driver: Driver

  constructor(driver: Driver) {
    this.#driver = driver
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (!this.used && query.sql.startsWith('set local ')) {
      this.opening.push(query.sql)
      return { rows: [] }
    }
    return (await (this.used ??= this.#open())).executeQuery<R>(query)
  }

  async #open(): Promise<DatabaseConnection> {
    const connection = await this.#driver.acquireConnection()
    try {
      if (this.opening.length > 0) await connection.executeQuery(CompiledQuery.raw(this.opening.join('; ')))
      return connection
    } catch (error) {
      await this.#driver.releaseConnection(connection)
      throw error
    }
  }

  // oxlint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('there are no streams here')
  }
}
