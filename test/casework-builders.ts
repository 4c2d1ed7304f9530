import assert from 'node:assert/strict'
import type { Municipality } from './casework-site.ts'
import type { Fields, Visitor } from './support.ts'

/** Answers of a person who reports for themself, as the staff form takes them. */
export const someAnswers = {
  channel: 'phone',
  reporter: 'self',
  words: 'Nie mam siły opiekować się mamą.',
  givenName: 'Halina',
  familyName: 'Przykładowa',
  birthYear: '1961',
  contactWay: 'phone',
  phone: '600 100 200',
}

/** A report taken by the front desk over the phone; gives its id and the code that was read out. */
export async function aReport(municipality: Municipality, change: Fields = {}): Promise<{ id: string; code: string }> {
  const desk = municipality.staff(['front-desk'])
  const root = '/praca/zgloszenia/nowe'
  const written = await desk.send(await desk.get(root), root, { ...someAnswers, ...change })
  const readBack = await desk.get(written.location)
  const saved = await desk.send(readBack, `${root}/odczytanie`, { clauseRead: 'yes' })
  const done = await desk.get(saved.location)
  const id = /\/praca\/zgloszenia\/([0-9a-f-]{36})/.exec(done.text)?.[1]
  const code = /\d{4} \d{4} \d{4} \d{4}/.exec(done.text)?.[0]
  assert.ok(id && code, 'no report was taken')
  return { id, code }
}

/** What registering needs besides the person. */
export const someApplication = {
  person: 'new',
  givenName: 'Halina',
  familyName: 'Przykładowa',
  birthYear: '1961',
  phone: '600 100 200',
  channel: 'oral-protocol',
  'receivedOn-day': '23',
  'receivedOn-month': '11',
  'receivedOn-year': '2026',
  applicantRole: 'self',
  words: 'Potrzebuję kogoś, kto zostanie z mamą.',
}

/** Registers an application from a report; gives its id. */
export async function anApplication(desk: Visitor, reportId: string, change: Fields = {}): Promise<string> {
  const path = `/praca/zgloszenia/${reportId}/wniosek`
  const registered = await desk.send(await desk.get(path), path, { ...someApplication, ...change })
  assert.equal(registered.status, 303, registered.text.slice(0, 500))
  return registered.location.split('/').at(-1)!
}
