import { Client } from 'pg'
import { newFormKey } from '#platform/form-keys.ts'
import { hiddenFields } from '#test/support.ts'
import type { Figure } from '../proof.ts'
import { inInstallation, type Installation } from './installation/installation.ts'
import { Worker } from './installation/worker.ts'
import { coordinatorNamed, register, registrationOf, type Acknowledged } from './kills/writers.ts'

const edits = Number(process.env['EDITS'] ?? 10_000)
const forms = Number(process.env['FORMS'] ?? 1_000)
const [tabs, sendings] = [4, 5]
const editsOfOne = 100
const sections = ['housing', 'informal-network', 'finances', 'participation', 'strengths'] as const

/** Two processes of Splot on one database; every tab and every repeated sending goes to one of them in turn. */
export const prove = (): Promise<Figure[]> => inInstallation({ processes: 2 }, atTheSameTime)

async function atTheSameTime({ folder, database, applications }: Installation): Promise<Figure[]> {
  const addresses = applications.map(({ address }) => address)
  const [desk, coordinator] = [new Worker(addresses[0]!), new Worker(addresses[0]!)]
  await desk.signIn(folder, 'front-desk')
  await coordinator.signIn(folder, 'plan-coordinator')
  const done: Acknowledged = { registered: new Map(), saved: new Map() }
  const id = await coordinatorNamed(desk, 'Ewa Kalina')

  const edited: Edited = { accepted: 0, conflicts: 0, shown: 0, lost: 0 }
  for (let rest = edits; rest > 0; rest -= editsOfOne * sections.length) {
    const application = await register(desk, done, id)
    const places = sections.map((section) => `/praca/wnioski/${application}/rozpoznanie/${section}`)
    await Promise.all(places.map((place) => editTogether(coordinator, addresses, place, edited)))
  }
  const doubled = await sendEachAgain(desk, addresses)
  const superuser = new Client(database.connection('postgres'))
  await superuser.connect()
  const { rows } = await superuser.query<{ n: number }>(
    'select count(*)::int as n from person where family_name = any ($1)',
    [doubled.names],
  )
  await superuser.end()
  return figures(edited, rows[0]!.n, doubled)
}

interface Edited {
  accepted: number
  conflicts: number
  /** Conflicts whose page held what the person had typed and what was saved meanwhile. */
  shown: number
  lost: number
}

/** Some tabs add words to one text, each to what it saw last; in the end every accepted word must be there. */
async function editTogether(person: Worker, addresses: string[], place: string, edited: Edited): Promise<void> {
  const accepted: string[] = []
  const each = Array.from({ length: tabs }, async (_, tab) => {
    const browser = person.at(addresses[tab % addresses.length]!)
    let seen = await read(browser, place)
    for (let turn = 0; turn < editsOfOne / tabs; turn += 1) {
      const word = `w${tab}n${turn}e`
      seen = await addWord({ browser, place, edited }, seen, word)
      accepted.push(word)
    }
  })
  await Promise.all(each)
  const final = new Set((await read(person, place)).text.split(' '))
  edited.accepted += accepted.length
  edited.lost += accepted.filter((word) => !final.has(word)).length
}

interface Seen {
  version: string
  text: string
}

interface Tab {
  browser: Worker
  place: string
  edited: Edited
}

async function addWord({ browser, place, edited }: Tab, first: Seen, word: string): Promise<Seen> {
  let seen = first
  for (;;) {
    const text = `${seen.text} ${word}`.trim()
    const typed = { version: seen.version, text, relevantBecause: '' }
    const answer = await browser.post(place, { _key: newFormKey(), ...typed })
    if (answer.status === 303) return { version: String(Number(seen.version) + 1), text }
    if (answer.status !== 409) throw new Error(`${place} answered ${answer.status}`)
    edited.conflicts += 1
    seen = await read(browser, place)
    const theirs = wordsOf(seen.text).filter((other) => !wordsOf(text).includes(other))
    if (answer.text.includes(text) && theirs.some((other) => answer.text.includes(other))) edited.shown += 1
  }
}

const wordsOf = (text: string) => text.split(' ').filter(Boolean)

async function read(browser: Worker, place: string): Promise<Seen> {
  const { text: html } = await browser.get(place)
  const { version } = hiddenFields(html)
  const text = /<textarea[^>]*name="text"[^>]*>([^<]*)<\/textarea>/.exec(html)?.[1]
  if (version === undefined || text === undefined) throw new Error(`${place} is not the page of a section`)
  return { version, text: text.trim() }
}

interface Sent {
  names: string[]
  /** Answers of one form that led elsewhere than the others. */
  astray: number
}

/** Double click, F5, a retry, two tabs: the same form several times at once. */
async function sendEachAgain(desk: Worker, addresses: string[]): Promise<Sent> {
  const sent: Sent = { names: [], astray: 0 }
  for (let at = 0; at < forms; at += 1) {
    const fields = registrationOf('')
    const again = Array.from({ length: sendings }, (_, turn) =>
      desk.at(addresses[turn % addresses.length]!).post('/praca/wnioski/nowy', fields),
    )
    const [first, ...others] = await Promise.all(again)
    if (first!.status !== 303) throw new Error(`registering answered ${first!.status}`)
    sent.names.push(fields.familyName)
    sent.astray += others.filter(({ location }) => location !== first!.location).length
  }
  return sent
}

const figures = (edited: Edited, records: number, { names, astray }: Sent): Figure[] => [
  exactly('edits accepted while others edited the same text', edited.accepted, edits),
  exactly('of them lost', edited.lost, 0),
  { what: 'conflicts', measured: String(edited.conflicts), aim: '> 0', met: edited.conflicts > 0 },
  exactly('conflicts whose page showed both texts', edited.shown, edited.conflicts),
  exactly(`forms sent ${sendings} times at once`, names.length, forms),
  exactly('records from them', records, forms),
  exactly('answers that led elsewhere than the first', astray, 0),
]

const exactly = (what: string, found: number, wanted: number): Figure => ({
  what,
  measured: String(found),
  aim: String(wanted),
  met: found === wanted,
})
