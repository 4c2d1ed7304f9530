import assert from 'node:assert/strict'
import test from 'node:test'
import {
  daysAgo,
  daysLeft,
  daysUntil,
  formatDay,
  formatDayTime,
  formatInstant,
  href,
  plural,
  splitLang,
} from './i18n.ts'

const counts = [0, 1, 2, 4, 5, 11, 12, 21, 22, 25]

test('Polish days take the form of their number', () => {
  const forms = { one: '# dzień', few: '# dni (few)', many: '# dni (many)', other: '# dnia' }
  assert.deepEqual(
    counts.map((n) => plural('pl', n, forms)),
    [
      '0 dni (many)',
      '1 dzień',
      '2 dni (few)',
      '4 dni (few)',
      '5 dni (many)',
      '11 dni (many)',
      '12 dni (many)',
      '21 dni (many)',
      '22 dni (few)',
      '25 dni (many)',
    ],
  )
})

test('Ukrainian days take the form of their number', () => {
  const forms = { one: '# день', few: '# дні', many: '# днів', other: '# дня' }
  assert.deepEqual(
    counts.map((n) => plural('uk', n, forms)),
    ['0 днів', '1 день', '2 дні', '4 дні', '5 днів', '11 днів', '12 днів', '21 день', '22 дні', '25 днів'],
  )
})

test('English days are one or many', () => {
  const forms = { one: '# day', other: '# days' }
  assert.deepEqual(
    [0, 1, 2, 21].map((n) => plural('en', n, forms)),
    ['0 days', '1 day', '2 days', '21 days'],
  )
})

test('a form without # is the word alone', () => {
  assert.equal(`5 ${plural('pl', 5, { one: 'usługa', few: 'usługi', many: 'usług', other: 'usługi' })}`, '5 usług')
})

test('a day is written out in each language', () => {
  const day = Temporal.PlainDate.from('2026-03-03')
  assert.equal(formatDay('pl', day), '3 marca 2026')
  assert.equal(formatDay('uk', day), '3 березня 2026 р.')
  assert.equal(formatDay('en', day), '3 March 2026')
})

test('an instant is shown by the clock in Poland, summer and winter', () => {
  assert.equal(formatInstant('pl', Temporal.Instant.from('2026-01-31T23:30:00Z')), '1 lutego 2026, 00:30')
  assert.equal(formatInstant('pl', Temporal.Instant.from('2026-07-01T08:00:00Z')), '1 lipca 2026, 10:00')
  assert.equal(formatDayTime('pl', Temporal.Instant.from('2026-03-03T09:00:00Z')), 'wtorek, 3 marca 2026, 10:00')
})

test('the days left are counted across a month and a leap day', () => {
  const today = Temporal.PlainDate.from('2028-02-28')
  assert.equal(daysUntil(today, Temporal.PlainDate.from('2028-03-01')), 2)
  assert.equal(daysUntil(today, Temporal.PlainDate.from('2027-02-28')), -365)
})

test('a deadline is said in words', () => {
  assert.deepEqual(
    [12, 1, 2, 22, 0, -1, -3].map((n) => daysLeft('pl', n)),
    [
      'zostało 12 dni',
      'został 1 dzień',
      'zostały 2 dni',
      'zostały 22 dni',
      'ostatni dzień',
      'po terminie 1 dzień',
      'po terminie 3 dni',
    ],
  )
  assert.equal(daysLeft('uk', -3), 'прострочено на 3 дні')
  assert.equal(daysLeft('en', 1), '1 day left')
})

test('the past is said in words', () => {
  assert.deepEqual(
    [0, 1, 12].map((n) => daysAgo('pl', n)),
    ['dzisiaj', 'wczoraj', '12 dni temu'],
  )
})

test('an address goes to a language and back', () => {
  for (const path of ['/', '/?q=a', '/uslugi', '/uslugi/opieka?bez=oplat', '/ukraina', '/enklawa']) {
    for (const lang of ['pl', 'uk', 'en'] as const) {
      const [pathname = '', query] = href(lang, path).split('?')
      const back = splitLang(pathname)
      assert.deepEqual([back.lang, query ? `${back.path}?${query}` : back.path], [lang, path])
    }
  }
  assert.equal(href('uk', '/'), '/uk')
})

test('a telephone, an anchor and an outside address stay as they are', () => {
  for (const path of ['tel:+48566110000', '#pole', 'https://example.org/']) assert.equal(href('uk', path), path)
})
