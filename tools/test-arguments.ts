import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { readingTypeScript } from '../test/program.ts'

/** What our programs and node made of the sources is kept for the next of some 160 processes that read them. */
export const testEnvironment = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../.cache/compiled', import.meta.url)),
  ...process.env,
}

export const setup = './test/setup.ts'

/** One more than there are cores: while a test waits for PostgreSQL or the browser, another one works. */
export const concurrency = availableParallelism() + 1

/** How node:test is run on TypeScript with one PostgreSQL for all files (test/setup.ts). */
export function testArguments(options: string[], files: string[]): string[] {
  return [
    ...readingTypeScript,
    '--test',
    `--test-global-setup=${setup}`,
    `--test-concurrency=${concurrency}`,
    ...options,
    ...files,
  ]
}
