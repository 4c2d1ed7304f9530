import { createWriteStream } from 'node:fs'
import { glob } from 'node:fs/promises'
import { run } from 'node:test'
import { spec, tap } from 'node:test/reporters'
import { concurrency, setup } from './test-arguments.ts'

/** Runs every test of the repository; the file named gets the record, as TAP. `node --test` itself can't be told an order. */
const [record = '.cache/tests.tap'] = process.argv.slice(2)

/** Those that take longest begin first, so that none runs on alone when the others are done. */
const longest = [
  'test/accessibility.test.ts',
  'test/journeys/plan.test.ts',
  'test/security/shown-text.test.ts',
  'test/accessibility-control.test.ts',
  'test/preferences.test.ts',
  'test/security/every-route.test.ts',
  'src/commands/restore.test.ts',
  'src/domains/casework/any-input.test.ts',
  'test/hostile-input.test.ts',
  'test/page-weight.test.ts',
]
const found = await Array.fromAsync(glob(['src', 'test', 'tools'].map((folder) => `${folder}/**/*.test.{ts,tsx}`)))
const others = found.filter((file) => !longest.includes(file)).toSorted()

const files = [...longest, ...others]
const tests = run({ files, concurrency, isolation: 'process', ...{ globalSetupPath: setup } })
tests.on('test:summary', ({ file, success }) => {
  if (file === undefined && !success) process.exitCode = 1
})
tests.compose(tap).pipe(createWriteStream(record))
tests.compose(new spec()).pipe(process.stdout)
