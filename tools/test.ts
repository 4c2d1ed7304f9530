import { spawnSync } from 'node:child_process'
import { testArguments, testEnvironment } from './test-arguments.ts'

/** `npm test` runs every test, `npm test -- src/one.test.ts` one file; words beginning with `-` go to node:test. */
const words = process.argv.slice(2)
const options = words.filter((word) => word.startsWith('-'))
const files = words.filter((word) => !word.startsWith('-'))
const everything = ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'tools/**/*.test.{ts,tsx}']

const { status } = spawnSync(process.execPath, testArguments(options, files.length > 0 ? files : everything), {
  stdio: 'inherit',
  env: testEnvironment,
})
process.exitCode = status ?? 1
