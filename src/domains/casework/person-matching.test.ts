import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { familyKey, foldName, givenKey, soundKeys } from './names.ts'
import { comparePersons, findSamePersons, type KnownPerson } from './person-matching.ts'

const aPerson = (givenName: string, familyName: string, rest: Partial<KnownPerson> = {}): KnownPerson => ({
  givenName,
  familyName,
  birthYear: undefined,
  birthOn: undefined,
  phone: undefined,
  peselHash: undefined,
  ...rest,
})
const born = (year: number) => ({ birthYear: year })
const shareKey = (one: string, other: string) => one.split(' ').some((key) => other.split(' ').includes(key))

/** The same person as written down twice; invented names. */
const planted: [string, string, string, string][] = [
  ['Małgorzata', 'Żurawska', 'Malgorzata', 'Zurawska'],
  ['Małgorzata', 'Żurawska', 'Gosia', 'Żurawska'],
  ['Grzegorz', 'Brzęczek', 'Gzegoz', 'Bżenczek'],
  ['Józef', 'Wójcik', 'Jozef', 'Wojcik'],
  ['Józef', 'Wójcik', 'Józek', 'Wujcik'],
  ['Anna', 'Dąbrowska', 'Ania', 'Dombrowska'],
  ['Anna', 'Dąbrowska', 'Hanna', 'Dabrowska'],
  ['Katarzyna', 'Lis-Chmielna', 'Kasia', 'Chmielna'],
  ['Katarzyna', 'Lis-Chmielna', 'Katarzyna', 'Chmielna Lis'],
  ['Jan Paweł', 'Hojnacki', 'Paweł', 'Chojnacki'],
  ['Jan Paweł', 'Hojnacki', 'Paweł Jan', 'Hojnacki'],
  ['Tadeusz', 'Kaczmarek', 'Tadek', 'Kaczmarek'],
  ['Zbigniew', 'Rzepecki', 'Zbyszek', 'Żepecki'],
  ['Krzysztof', 'Szymański', 'Krzysiek', 'Szymanski'],
  ['Elżbieta', 'Mączka', 'Ela', 'Monczka'],
  ['Тарас', 'Шевчук', 'Taras', 'Szewczuk'],
  ['Тарас', 'Шевчук', 'Taras', 'Shevchuk'],
  ['Олександр', 'Щербина', 'Aleksander', 'Szczerbyna'],
  ['Олександр', 'Щербина', 'Oleksandr', 'Shcherbyna'],
  ['Kateryna', 'Kharchenko', 'Катерина', 'Харченко'],
  ['Iryna', 'Poliszczuk', 'Ірина', 'Поліщук'],
  ['Stanisław', 'Kowalewski', 'Staszek', 'Kowalweski'],
  ['Barbara', 'Nowicka', 'Basia', 'Nowitzka'],
  ['Renata', 'Potocka', 'Renata', 'Potoćka'],
  ['Eugeniusz', 'Ćwikła', 'Gienek', 'Cwikla'],
  ['Maria', 'Sienkiewicz', 'Marysia', 'Senkiewicz'],
  ['Michał', 'Gałązka', 'Michal', 'Galazka'],
  ['Wojciech', 'Ździebło', 'Wojtek', 'Zdzieblo'],
  ['Jadwiga', 'Kołodziej', 'Jadzia', 'Kolodziej'],
  ['Kowalska', 'Ewa', 'Ewa', 'Kowalska'],
  ['Piotr', 'Zięba', 'Piotrek', 'Zieba'],
]

test('planted variants of one name are proposed as one person when the birth year agrees', () => {
  const missed = planted.filter(([given, family, otherGiven, otherFamily]) => {
    const found = comparePersons(aPerson(given, family, born(1948)), aPerson(otherGiven, otherFamily, born(1948)))
    return found?.strength !== 'likely'
  })
  assert.deepEqual(missed, [])
})

test('the keys kept in the database find at least 95 % of the planted variants', () => {
  const missed = planted.filter(([given, family, otherGiven, otherFamily]) => {
    const byFamily = shareKey(familyKey(family), familyKey(otherFamily))
    const byGiven = shareKey(givenKey(given), givenKey(otherGiven))
    const swapped = shareKey(familyKey(family), familyKey(otherGiven))
    return !byFamily && !byGiven && !swapped
  })
  assert.ok(missed.length / planted.length <= 0.05, JSON.stringify(missed))
})

test('a neighbour with another name and year is not proposed', () => {
  const strangers = [
    aPerson('Ewa', 'Kowalska', born(1950)),
    aPerson('Tomasz', 'Nowak', born(1948)),
    aPerson('Jan', 'Żurawski', born(1990)),
    aPerson('Małgorzata', 'Wrona', born(1948)),
  ]
  assert.deepEqual(findSamePersons(aPerson('Małgorzata', 'Żurawska', born(1948)), strangers), [])
})

test('the same surname and birth year are said as the reason', () => {
  const found = comparePersons(aPerson('Maria', 'Wilk', born(1950)), aPerson('Zofia', 'Wilk', born(1950)))
  assert.deepEqual(
    [found?.strength, found?.reasons, found?.doubts],
    ['possible', ['same-surname', 'same-birth-year'], []],
  )
})

test('the same PESEL is enough, whatever the names', () => {
  const hash = { peselHash: 'ab12' }
  const found = comparePersons(aPerson('Anna', 'Maj', hash), aPerson('Hanka', 'Czerwiec', hash))
  assert.deepEqual([found?.strength, found?.reasons], ['likely', ['same-pesel']])
})

test('two different PESELs make a doubt, not a silence', () => {
  const found = comparePersons(
    aPerson('Anna', 'Maj', { ...born(1950), peselHash: 'ab' }),
    aPerson('Anna', 'Maj', { ...born(1950), peselHash: 'cd' }),
  )
  assert.deepEqual([found?.strength, found?.doubts], ['possible', ['different-pesel']])
})

test('a phone is recognised however it is written, and alone is only possible', () => {
  const found = comparePersons(
    aPerson('Anna', 'Maj', { phone: '+48 600-100-200' }),
    aPerson('Jan', 'Gil', { phone: '600100200' }),
  )
  assert.deepEqual([found?.strength, found?.reasons], ['possible', ['same-phone']])
})

test('a surname changed by marriage is proposed by given name and date of birth', () => {
  const birthOn = Temporal.PlainDate.from('1985-04-09')
  const found = comparePersons(aPerson('Ewa', 'Maj', { birthOn }), aPerson('Ewa', 'Gil', { birthOn }))
  assert.deepEqual([found?.strength, found?.reasons], ['possible', ['same-given-name', 'same-birth-date']])
})

test('day and month swapped are seen as a slip', () => {
  const found = comparePersons(
    aPerson('Ewa', 'Maj', { birthOn: Temporal.PlainDate.from('1985-04-09') }),
    aPerson('Ewa', 'Maj', { birthOn: Temporal.PlainDate.from('1985-09-04') }),
  )
  assert.deepEqual([found?.strength, found?.doubts], ['likely', []])
})

test('a namesake of another age is not proposed, one year apart is', () => {
  const of = (year: number) => comparePersons(aPerson('Jan', 'Nowak', born(1948)), aPerson('Jan', 'Nowak', born(year)))
  assert.equal(of(1990), undefined)
  assert.equal(of(1949)?.strength, 'possible')
})

test('the likeliest stands first', () => {
  const known = [aPerson('Jan', 'Nowak'), aPerson('Jan', 'Nowak', born(1948))]
  const found = findSamePersons(aPerson('Jan', 'Nowak', born(1948)), known)
  assert.deepEqual(
    found.map((candidate) => candidate.strength),
    ['likely', 'possible'],
  )
})

test('matching is the same both ways and any text may stand for a name', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom(...planted.flat()))
  const person = fc.record({ given: text, family: text, year: fc.constantFrom(1948, 1950, undefined) })
  fc.assert(
    fc.property(person, person, (one, other) => {
      const a = aPerson(one.given, one.family, { birthYear: one.year })
      const b = aPerson(other.given, other.family, { birthYear: other.year })
      assert.equal(comparePersons(a, b)?.strength, comparePersons(b, a)?.strength)
      for (const key of soundKeys(one.family)) assert.match(key, /^[a-z]+$/)
    }),
  )
})

test('folding keeps letters and drops only their marks', () => {
  assert.equal(foldName('Żółć-Gęś'), 'zolc-ges')
  assert.equal(foldName('Їжак Є'), 'jizak je')
})
