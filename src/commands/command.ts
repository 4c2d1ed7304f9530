import type { Environment } from '#platform/config.ts'

/** A word after `bin/splot`. What it throws is shown to the operator as its message. */
export interface Command {
  name: string
  /** One line for the list of commands. */
  summary: string
  /** What --help shows below the summary. */
  usage: string
  run(words: string[], environment: Environment): Promise<void>
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`)
