import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { test } from 'node:test'

/** The numbers of ASVS 5.0.0 up to level 2, by section: those of level 3 are left out. */
const required: Record<string, string> = {
  ...{ 'V1.1': '1 2', 'V1.2': '1 2 3 4 5 6 7 8 9', 'V1.3': '1 2 3 4 5 6 7 8 9 10 11', 'V1.4': '1 2 3', 'V1.5': '1 2' },
  ...{ 'V2.1': '1 2 3', 'V2.2': '1 2 3', 'V2.3': '1 2 3 4', 'V2.4': '1', 'V3.2': '1 2', 'V3.3': '1 2 3 4' },
  ...{ 'V3.4': '1 2 3 4 5 6', 'V3.5': '1 2 3 4 5', 'V3.7': '1 2', 'V4.1': '1 2 3', 'V4.2': '1', 'V4.3': '1 2' },
  ...{ 'V4.4': '1 2 3 4', 'V5.1': '1', 'V5.2': '1 2 3', 'V5.3': '1 2', 'V5.4': '1 2 3', 'V6.1': '1 2 3' },
  ...{ 'V6.2': '1 2 3 4 5 6 7 8 9 10 11 12', 'V6.3': '1 2 3 4', 'V6.4': '1 2 3 4', 'V6.5': '1 2 3 4 5' },
  ...{ 'V6.6': '1 2 3', 'V6.8': '1 2 3 4', 'V7.1': '1 2 3', 'V7.2': '1 2 3 4', 'V7.3': '1 2', 'V7.4': '1 2 3 4 5' },
  ...{ 'V7.5': '1 2', 'V7.6': '1 2', 'V8.1': '1 2', 'V8.2': '1 2 3', 'V8.3': '1', 'V8.4': '1', 'V9.1': '1 2 3' },
  ...{ 'V9.2': '1 2 3 4', 'V10.1': '1 2', 'V10.2': '1 2', 'V10.3': '1 2 3 4', 'V10.4': '1 2 3 4 5 6 7 8 9 10 11' },
  ...{ 'V10.5': '1 2 3 4 5', 'V10.6': '1 2', 'V10.7': '1 2 3', 'V11.1': '1 2', 'V11.2': '1 2 3', 'V11.3': '1 2 3' },
  ...{ 'V11.4': '1 2 3 4', 'V11.5': '1', 'V11.6': '1', 'V12.1': '1 2 3', 'V12.2': '1 2', 'V12.3': '1 2 3 4' },
  ...{ 'V13.1': '1', 'V13.2': '1 2 3 4 5', 'V13.3': '1 2', 'V13.4': '1 2 3 4 5', 'V14.1': '1 2', 'V14.2': '1 2 3 4' },
  ...{ 'V14.3': '1 2 3', 'V15.1': '1 2 3', 'V15.2': '1 2 3', 'V15.3': '1 2 3 4 5 6 7', 'V16.1': '1' },
  ...{ 'V16.2': '1 2 3 4 5', 'V16.3': '1 2 3 4', 'V16.4': '1 2 3', 'V16.5': '1 2 3', 'V17.1': '1', 'V17.2': '1 2 3 4' },
  ...{ 'V17.3': '1 2' },
}
const numbers = Object.entries(required).flatMap(([section, list]) => list.split(' ').map((n) => `${section}.${n}`))

const page = await readFile('docs/security/asvs.md', 'utf8')
const cellsOf = (line: string): string[] => line.split(' | ').map((cell) => cell.replaceAll(/^\| | ?\|$/g, '').trim())
const rows = page.split('\n').filter((line) => /^\| V\d/.test(line))
const requirements = rows
  .map(cellsOf)
  .map(([id = '', , , state = '', how = '', tests = '']) => ({ id, state, how, tests }))
const forty = page.split('\n').filter((line) => /^\| \d/.test(line))

const sources: string[] = []
for await (const file of glob('{src,test,tools}/**/*.test.{ts,tsx}')) sources.push(await readFile(file, 'utf8'))
const allTests = sources.join('\n')

const stands = (name: string): boolean =>
  [`'${name}'`, `"${name}"`, `\`${name}\``].some((quoted) => allTests.includes(`test(${quoted}`))

test('every requirement of level 1 and 2 stands there once', () => {
  assert.equal(numbers.length, 253)
  assert.deepEqual(requirements.map(({ id }) => id).toSorted(), numbers.toSorted())
})

test('every requirement is met with a test, not applicable with a reason, or open with what is missing', () => {
  for (const { id, state, how, tests } of requirements) {
    assert.ok(['met', 'not applicable', 'open'].includes(state), id)
    if (state === 'met') assert.notEqual(tests, '', id)
    else assert.ok(how.length > 4, id)
  }
})

test('every test and file that is named exists', () => {
  const named = [...rows, ...forty].join('\n')
  const missing = [...named.matchAll(/“([^”]+)”/g)].map(([, name]) => name!).filter((name) => !stands(name))
  const paths = [...named.matchAll(/`((?:src|test|docs|tools)\/[\w./-]+|SECURITY\.md)`/g)].map(([, path]) => path!)
  assert.deepEqual(new Set([...missing, ...paths.filter((path) => !existsSync(path))]), new Set())
})

test('the sums on top are those of the rows', () => {
  const count = (state: string) => requirements.filter((one) => one.state === state).length
  const sums = `${count('met')} met, ${count('not applicable')} not applicable, ${count('open')} open`
  assert.ok(page.includes(`**${requirements.length} requirements: ${sums}.**`), sums)
  const automatic = requirements.filter(({ tests }) => /“|\.test\./.test(tests)).length
  console.log(
    `ASVS 5.0, levels 1 and 2: ${requirements.length} requirements, ${sums}; ${automatic} with an automatic test`,
  )
})

test('the forty tests are all accounted for', () => {
  assert.deepEqual(
    forty.map((line) => Number(cellsOf(line)[0])),
    Array.from({ length: 40 }, (_, index) => index + 1),
  )
  for (const line of forty) assert.notEqual(cellsOf(line)[3], '', line)
})
