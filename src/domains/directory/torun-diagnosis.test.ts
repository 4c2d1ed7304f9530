import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const SEED = new URL('../../../db/seed/torun/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, SEED), 'utf8')

interface Line {
  code: string
  group: string
  text: { pl: string; uk: string; en: string }
  areas: string[]
  service_types: string[]
}
interface Diagnosis {
  methods: { code: string; sample_size?: number; meetings?: number; subsamples?: { size: number }[] }[]
  needs: Line[]
  proposed_services: Line[]
}
const diagnosis = JSON.parse(read('diagnosis.json')) as Diagnosis
const lines = [...diagnosis.needs, ...diagnosis.proposed_services]

const GROUPS: Record<string, string> = {
  'Rodziny z dziećmi/dzieci i młodzież': 'families',
  'Osoby starsze': 'older-people',
  'Osoby z niepełnosprawnościami': 'people-with-disabilities',
  'Osoby wymagające pobudzenia do aktywności lokalnej': 'local-activation',
  'Osoby bezrobotne i bierne zawodowo': 'unemployed',
  'Osoby wykluczone lub zagrożone wykluczeniem': 'excluded',
  'Ogół mieszkańców miasta': 'all-residents',
}

/** The published text as a list of [group, bullet]; line breaks, closing marks and a word processor's leftover dropped. */
function bulletsOf(section: string): [string, string][] {
  let group = ''
  const bullets: [string, string][] = []
  for (const raw of section.replace('W obliczu', '· W obliczu').split('·').slice(1)) {
    const text = raw
      .replace('[bookmark: _GoBack]', '')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[,.:;]$/, '')
    const heading = text.startsWith('W obliczu') ? 'refugees' : GROUPS[text]
    if (heading) group = heading
    else bullets.push([group, text])
  }
  return bullets
}

const source = read('source/diagnosis-sections-3-4.txt')
const proposedFrom = source.indexOf('IV. Proponowane usługi')
const pairs = (all: Line[]) => all.map(({ group, text }) => [group, text.pl])

test('every need of section III is written down, in its group and in the published words', () => {
  assert.deepEqual(pairs(diagnosis.needs), bulletsOf(source.slice(0, proposedFrom)))
  assert.equal(diagnosis.needs.length, 31)
})

test('every proposed service of section IV is written down, in its group and in the published words', () => {
  assert.deepEqual(pairs(diagnosis.proposed_services), bulletsOf(source.slice(proposedFrom)))
  assert.equal(diagnosis.proposed_services.length, 78)
})

test('needs and services come in the numbers counted in the document, group by group', () => {
  const count = (all: Line[]) =>
    Object.fromEntries(
      Map.groupBy(all, (line) => line.group)
        .entries()
        .map(([group, of]) => [group, of.length]),
    )
  assert.deepEqual(count(diagnosis.needs), {
    families: 11,
    'older-people': 8,
    'people-with-disabilities': 3,
    'local-activation': 3,
    unemployed: 6,
  })
  assert.deepEqual(count(diagnosis.proposed_services), {
    excluded: 22,
    families: 13,
    'older-people': 13,
    'people-with-disabilities': 13,
    unemployed: 8,
    'all-residents': 2,
    refugees: 7,
  })
})

test('the subsamples of the phone survey add up to 419', () => {
  const survey = diagnosis.methods.find(({ code }) => code === 'CATI')
  assert.equal(survey?.sample_size, 419)
  assert.equal(
    survey?.subsamples?.reduce((sum, { size }) => sum + size, 0),
    419,
  )
})

test('codes are unique, and every line has three languages, an area and known service types', () => {
  const types = new Set(
    (JSON.parse(read('service-types.json')) as { service_types: { code: string }[] }).service_types.map(
      ({ code }) => code,
    ),
  )
  const areas = new Set(
    (JSON.parse(read('statutory-areas.json')) as { areas: { code: string }[] }).areas.map(({ code }) => code),
  )
  assert.equal(types.size, 124)
  assert.equal(areas.size, 14)
  assert.equal(new Set(lines.map(({ code }) => code)).size, 109)
  for (const line of lines) {
    assert.ok(line.text.pl && line.text.uk && line.text.en, line.code)
    assert.ok(line.areas.length > 0 && line.areas.every((area) => areas.has(area)), line.code)
    assert.ok(
      line.service_types.every((type) => types.has(type)),
      line.code,
    )
  }
})
