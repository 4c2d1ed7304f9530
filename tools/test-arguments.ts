import { availableParallelism } from 'node:os'

/** How node:test is run on TypeScript with one PostgreSQL for all files (test/setup.ts). */
export function testArguments(options: string[], files: string[]): string[] {
  return [
    '--import',
    'tsx',
    '--test',
    '--test-global-setup=./test/setup.ts',
    `--test-concurrency=${availableParallelism()}`,
    ...options,
    ...files,
  ]
}
