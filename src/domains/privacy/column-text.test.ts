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

test('every column that tells of a person has its name in Polish and Ukrainian; numbers that link rows need none', () => {
  const told = personal.flatMap(([, entry]) =>
    personalColumns(entry)
      .filter(({ dataClass }) => dataClass !== 'pseudonymous' && dataClass !== 'staff')
      .map(({ column }) => column)
      .filter((column) => !column.endsWith('_id')),
  )
  for (const words of [pl, uk])
    assert.deepEqual(
      [...new Set(told)].filter((column) => !words.columns[column]),
      [],
    )
})
