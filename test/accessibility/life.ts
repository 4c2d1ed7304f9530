import type { Role } from '#platform/actor.ts'
import { codeAtStep, stepAt } from '#domains/accounts/totp.ts'
import { attachmentsIn } from '../attachment-case.ts'
import { someAnswers, someApplication } from '../casework-builders.ts'
import { aPdf } from '../files.ts'
import type { Site } from '../site.ts'
import type { Fields, Visitor } from '../support.ts'

/** What people typed in this life: it is of no language that the page could mark. */
const close = { givenName: 'Genowefa', familyName: 'Wymyślona', birthYear: '1940' }
const glass = { purpose: 'life-or-health', reason: 'Sąsiadka nie widziała jej od trzech dni.' }

const scan = { title: 'Skan orzeczenia', name: 'orzeczenie.pdf', reason: 'Skan nieczytelny' }

export const typedTexts = [
  ...Object.values(scan),
  ...Object.values(someAnswers),
  ...Object.values(someApplication),
  ...Object.values(close),
  glass.reason,
].filter((text) => /[^a-z-]/.test(text))

/** Sends the form of a page as it stands there; anything but a redirect is a mistake of this test. */
export async function send(visitor: Visitor, path: string, fields: Fields = {}, button?: string): Promise<string> {
  const { status, text, location } = await visitor.submit(path, fields, button)
  if (status === 303 && location !== undefined) return location
  const said = text.match(/error-message"[\s\S]*?<\/p>|error-summary__body[\s\S]*?<\/ul>/g) ?? []
  throw new Error(`${path} answered ${status}: ${said.join(' ').replace(/<[^>]*>/g, ' ')}`)
}

/** No code is used twice: the clock goes on by half a minute first. */
export async function signedIn(site: Site, visitor: Visitor, role: Role): Promise<Visitor> {
  const { email, password, totpSecret } = site.account(role)
  const { clock } = site.deps
  clock.now = clock.now.add({ seconds: 30 })
  await send(visitor, '/logowanie', { email, password, code: codeAtStep(totpSecret, stepAt(clock.now)) })
  return visitor
}

/** Answers every question about reporting a need, and stops before sending. */
export async function answering(visitor: Visitor): Promise<Visitor> {
  const { reporter, words, givenName, familyName, birthYear, contactWay, phone } = someAnswers
  const answers = {
    'dla-kogo': { reporter },
    'co-sie-dzieje': { words, situation: 'caring' },
    'kogo-dotyczy': { givenName, familyName, birthYear },
    kontakt: { contactWay, phone },
    'gdzie-mieszka': {},
    dodatkowo: { language: 'pl' },
  }
  for (const [question, fields] of Object.entries(answers))
    await send(visitor, `/potrzebuje-pomocy/${question}`, fields)
  return visitor
}

export async function reported(visitor: Visitor): Promise<Visitor> {
  await send(visitor, '/potrzebuje-pomocy/sprawdz')
  return visitor
}

/** A call written down; gives the page on which it is read back. */
export const callWritten = (desk: Visitor): Promise<string> =>
  send(desk, '/praca/zgloszenia/nowe', { ...someAnswers, language: 'pl' })

/** A call written down and saved: the report's page and the code that was read out. */
export async function callTaken(desk: Visitor): Promise<{ path: string; code: string }> {
  const done = await desk.get(await send(desk, await callWritten(desk), { clauseRead: 'yes' }))
  const [path = ''] = /\/praca\/zgloszenia\/[0-9a-f-]{36}/.exec(done.text) ?? []
  const [code = ''] = /\d{4} \d{4} \d{4} \d{4}/.exec(done.text) ?? []
  return { path, code }
}

/** The page of the application that was registered from a report. */
export const registered = (desk: Visitor, report: string): Promise<string> =>
  send(desk, `${report}/wniosek`, someApplication)

/** Two scans, one of which is taken away again. */
export async function scansAdded(desk: Visitor, application: string): Promise<void> {
  for (const _ of [1, 2]) {
    const { status } = await desk.submitFile(application, { title: scan.title }, { name: scan.name, bytes: aPdf() })
    if (status !== 303) throw new Error(`a scan was answered ${status}`)
  }
  const [file] = attachmentsIn((await desk.get(application)).text)
  await send(desk, `${file}/usuniecie`, { reason: scan.reason })
}

/** A person of the staff as forms name them: by the id of their account in a list to choose from. */
export async function chosenAs(visitor: Visitor, path: string, name: string): Promise<string> {
  const { text } = await visitor.get(path)
  const id = new RegExp(`value="([0-9a-f-]{36})"[^>]*>${name}`).exec(text)?.[1]
  if (id === undefined) throw new Error(`${name} can't be chosen on ${path}`)
  return id
}

export async function caseOpened(visitor: Visitor, code: string): Promise<Visitor> {
  await send(visitor, '/moja-sprawa', { code, year: someAnswers.birthYear })
  return visitor
}

/** Opens a case that isn't this person's own; gives its page. */
export const glassBroken = (coordinator: Visitor, application: string): Promise<string> =>
  send(coordinator, `/praca/dostep-awaryjny?sprawa=${application.split('/').at(-1)}`, glass)

export const relativeDeclared = (worker: Visitor): Promise<string> =>
  send(worker, '/praca/wylaczenia', { relation: 'parent', ...close })
