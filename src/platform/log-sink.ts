/** What the machine room needs of a log; a pino logger fits. */
export interface Log {
  info(message: string): void
  warn(message: string): void
}

export const silentLog: Log = { info: () => {}, warn: () => {} }
