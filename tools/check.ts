import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { readingTypeScript } from '../test/program.ts'
import { testEnvironment } from './test-arguments.ts'

interface Outcome {
  passed: number
  failed: number
}

interface Check {
  name: string
  run: () => Outcome
}

/** Everything that must hold before a change lands; a new check is a new line here. */
const checks: Check[] = [
  program('types', ['tsc', '-p', '.']),
  program('lint', ['oxlint']),
  program('format', ['oxfmt', '--check']),
  program('nothing unused', ['knip']),
  program('schema and row types follow from the migrations', [
    'node',
    '--import',
    'tsx',
    'tools/db-refresh.ts',
    '--check',
  ]),
  nodeTests('tests'),
]

/** One check that passes when the program ends with 0; what it says is shown only when it doesn't. */
function program(name: string, [file = '', ...words]: string[]): Check {
  const run = () => {
    const { status, stdout, stderr } = spawnSync(file, words, { encoding: 'utf8', maxBuffer: 1 << 28 })
    if (status !== 0) console.log(`${stdout}${stderr}`.trimEnd())
    return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }
  }
  return { name, run }
}

/** As many checks as there are test cases; files that hold none are a failure. */
function nodeTests(name: string): Check {
  const record = '.cache/tests.tap'
  const run = () => {
    mkdirSync('.cache', { recursive: true })
    rmSync(record, { force: true })
    const words = [...readingTypeScript, 'tools/all-tests.ts', record]
    const { status } = spawnSync('node', words, { stdio: 'inherit', env: testEnvironment })
    const passed = countIn(record, 'pass')
    const failed = countIn(record, 'fail') + countIn(record, 'cancelled')
    return { passed, failed: failed === 0 && (status !== 0 || passed === 0) ? 1 : failed }
  }
  return { name, run }
}

function countIn(record: string, word: string): number {
  try {
    return Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(readFileSync(record, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

const sum: Outcome = { passed: 0, failed: 0 }
for (const { name, run } of checks) {
  const began = performance.now()
  const { passed, failed } = run()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${failed === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s): ${passed} passed, ${failed} failed`)
  sum.passed += passed
  sum.failed += failed
}
console.log(`\n${sum.passed} passed, ${sum.failed} failed`)
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1
