import pino from 'pino'

export type Logger = pino.Logger

/** Structured lines on standard output. What identifies a person is never given to it: ids and counts only. */
export function createLog(level: string, destination?: pino.DestinationStream): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorForLog } }
  return destination ? pino(options, destination) : pino(options)
}

/**
 * What of an error may stand in a log. The database's messages can repeat what a person typed, and the driver hangs
 * its connection with the password on the error: of both only names and codes are told.
 */
export function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, severity, table, column, constraint, routine } = error as Error & Record<string, unknown>
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
  const known = { type: error.name, code, stack: frames }
  if (severity !== undefined) return { ...known, table, column, constraint, routine }
  return { ...known, message: error.message }
}
