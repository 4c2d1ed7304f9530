import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { planDocument } from './plan-document.ts'
import { aPlanDocument } from './plan-document-example.ts'
import type { PlanDocumentView } from './plan-document-view.ts'

const noPoppler = spawnSync('pdfinfo', ['-v']).error ? 'pdfinfo and pdftotext (poppler-utils) are not installed' : false
const day = (text: string) => Temporal.PlainDate.from(text)

function ask(program: string, options: string[], pdf: Uint8Array): string {
  const answer = spawnSync(program, [...options, '-enc', 'UTF-8', '-', ...(program === 'pdftotext' ? ['-'] : [])], {
    input: pdf,
  })
  assert.equal(answer.status, 0, answer.stderr.toString())
  return answer.stdout.toString().replaceAll('\u00a0', ' ')
}
const textOf = async (change: Partial<PlanDocumentView> = {}) =>
  ask('pdftotext', ['-layout'], await planDocument(aPlanDocument(change))).replaceAll(/\s+/g, ' ')
const structureOf = async (change: Partial<PlanDocumentView> = {}) =>
  ask('pdfinfo', ['-struct-text'], await planDocument(aPlanDocument(change)))

test('the file is marked as PDF/UA-1, tagged, in Polish and has a title', { skip: noPoppler }, async (t) => {
  const pdf = await planDocument(aPlanDocument())
  const facts = ask('pdfinfo', [], pdf)
  assert.match(facts, /Title: +Indywidualny plan usług społecznych nr IPUS\/2026\/0007/)
  assert.match(facts, /Tagged: +yes/)
  const raw = Buffer.from(pdf).toString('latin1')
  assert.match(raw, /\/Lang ?\(pl(-PL)?\)/)
  if (process.platform !== 'linux' || process.arch !== 'x64') return t.diagnostic('no native compiler here, so no mark')
  assert.match(raw, /pdfuaid:part>1</)
})

test('headings stand in order and the table of services has header cells', { skip: noPoppler }, async () => {
  const structure = await structureOf()
  const levels = [...structure.matchAll(/^ *H([1-6]) /gm)].map((match) => Number(match[1]))
  assert.equal(levels[0], 1)
  for (const [index, level] of levels.entries()) if (index > 0) assert.ok(level <= levels[index - 1]! + 1)
  assert.equal(structure.match(/^ *TH /gm)?.length, 5)
  assert.equal(structure.match(/\/Scope \/Column/g)?.length, 5)
  assert.equal(structure.match(/^ *TD/gm)?.length, 20)
})

test('the document says everything the plan says', { skip: noPoppler }, async () => {
  const text = await textOf()
  const expected = [
    'Centrum Usług Społecznych w Toruniu',
    'Sabina Wierzbowa, rok urodzenia 1961',
    '1 marca 2026 – 28 lutego 2027',
    'IPUS/2026/0007',
    'Raz w tygodniu mam wolne popołudnie.',
    'Takiej usługi jeszcze u nas nie ma.',
    'Fundacja Cicha Przystań',
    '7 dób, jednorazowo',
    'MOPR.5120.118.2026',
    'Dzwonię dzień wcześniej',
    '1 września 2026',
    'Marta Jaworska, telefon 56 000 00 12',
    'Znam ten plan i zgadzam się na niego.',
    'dyrektor centrum',
    'Strona 1 z 2',
  ]
  assert.deepEqual(
    expected.filter((part) => !text.includes(part)),
    [],
  )
})

test('what people write is set as text and never runs as markup', { skip: noPoppler }, async () => {
  const nasty = [
    '#panic("x")',
    '$x^2$ *nie* _kreska_',
    '@ala <b> `kod`',
    '\\ #import "a.typ"',
    '[[( {" unclosed',
    'Їжак і Ґанок',
  ]
  const text = await textOf({
    ownCommitments: nasty,
    person: { name: nasty[0]!, address: nasty[4] },
    number: '#1 $',
    needs: [{ name: nasty[1]!, goals: nasty, isGap: false }],
    changeReason: '= nagłówek\n- lista\n+ 1',
  })
  assert.deepEqual(
    nasty.filter((part) => !text.includes(part)),
    [],
  )
  for (const part of ['= nagłówek', '- lista', '+ 1']) assert.ok(text.replaceAll('+1', '+ 1').includes(part))
  assert.doesNotMatch(text, /panicked/)
})

test('a plan that is not approved is marked as a draft', { skip: noPoppler }, async () => {
  const draft = { approval: undefined, agreement: undefined, startsOn: undefined }
  assert.match(await textOf(draft), /Projekt\. Ten plan nie jest jeszcze zatwierdzony/)
  assert.match(await textOf(draft), /do ustalenia/)
  assert.doesNotMatch(await textOf(), /Projekt\./)
})

test('an empty plan and a plan of many pages are documents too', { skip: noPoppler }, async () => {
  const [line] = aPlanDocument().lines
  const empty = await textOf({ needs: [], lines: [], ownCommitments: [], monitoringDays: [], agreement: undefined })
  assert.match(empty, /Plan nie ma jeszcze usług/)
  const structure = await structureOf({ lines: Array.from({ length: 40 }, () => line!) })
  assert.equal(structure.match(/^ *TH /gm)?.length, 5)
  assert.equal(structure.match(/^ *TR/gm)?.length, 41)
})

test('a later version says why the plan changed and for whom a representative signs', { skip: noPoppler }, async () => {
  const text = await textOf({
    revision: 2,
    changeReason: 'Więcej godzin po pobycie w szpitalu.',
    person: { name: 'Jan Wierzba', representative: 'Sabina Wierzbowa, opiekun prawny' },
    endsOn: day('2026-12-31'),
  })
  assert.match(text, /Wersja 2/)
  assert.match(text, /Więcej godzin po pobycie w szpitalu\./)
  assert.match(text, /Sabina Wierzbowa, opiekun prawny/)
})
