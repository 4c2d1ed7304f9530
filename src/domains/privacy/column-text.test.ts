import assert from 'node:assert/strict'
import { test } from 'node:test'
import { personalColumns, registered } from '#platform/personal-data/register.ts'
import { pl } from './column-text.pl.ts'
import { uk } from './column-text.uk.ts'

const personal = registered().filter(([, entry]) => entry.personal)

test('every table with personal data has its name in Polish and Ukrainian', () => {
  for (const words of [pl, uk])
    assert.deepEqual(
      personal.filter(([table]) => !words.tables[table]).map(([table]) => table),
      [],
    )
})

test('every column that the register shows has its name in Polish and Ukrainian; numbers that link rows need none', () => {
  const shown = personal.flatMap(([, entry]) =>
    personalColumns(entry)
      .filter(({ column, dataClass }) => dataClass !== 'pseudonymous' || !/_ids?$/.test(column))
      .map(({ column }) => column),
  )
  for (const words of [pl, uk])
    assert.deepEqual(
      [...new Set(shown)].filter((column) => !words.columns[column]),
      [],
    )
})
