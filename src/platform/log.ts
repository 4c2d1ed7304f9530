import pino from 'pino'

export type Logger = pino.Logger

/** Structured lines on standard output. What identifies a person is never given to it: ids and counts only. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}
