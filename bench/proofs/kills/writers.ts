import { setTimeout as sleep } from 'node:timers/promises'
import { newFormKey } from '#platform/form-keys.ts'
import { hiddenFields } from '#test/support.ts'
import type { Worker } from '../installation/worker.ts'

/** Everything that was answered with "saved", as the one who sent it remembers it. */
export interface Acknowledged {
  /** Family name of the person → where the application is. */
  registered: Map<string, string>
  /** Application and section → how many savings were acknowledged. */
  saved: Map<string, number>
}

const sections = [
  'housing',
  'informal-network',
  'work-and-education',
  'finances',
  'participation',
  'strengths',
] as const

/** A name that nobody has and that sounds like none of the others: consonants and vowels in turn. */
const newName = (): string => {
  const pick = (letters: string) => letters[Math.floor(Math.random() * letters.length)]
  const sounds = Array.from({ length: 7 }, () => pick('bdgkmnprstwz')! + pick('aeiouy')!).join('')
  return sounds.replace(/^./, (first) => first.toUpperCase())
}

const today = Temporal.Now.plainDateISO('Europe/Warsaw')

/** Registers people without end, each with a form of its own, until told to stop. */
export async function registerPeople(desk: Worker, done: Acknowledged, goOn: () => boolean): Promise<void> {
  while (goOn()) await register(desk, done)
}

export async function register(desk: Worker, done: Acknowledged, coordinator = ''): Promise<string> {
  const fields = registrationOf(coordinator)
  const answer = await desk.post('/praca/wnioski/nowy', fields)
  if (answer.status !== 303) throw new Error(`registering answered ${answer.status}: ${problemIn(answer.text)}`)
  done.registered.set(fields.familyName, answer.location)
  return answer.location.split('/').at(-1)!
}

/** The filled form of a person whom nobody knows yet. */
export const registrationOf = (coordinator: string) => ({
  _key: newFormKey(),
  version: '0',
  seen: '',
  person: 'new',
  givenName: 'Próba',
  familyName: newName(),
  birthYear: '1950',
  phone: '',
  channel: 'paper',
  'receivedOn-day': String(today.day),
  'receivedOn-month': String(today.month),
  'receivedOn-year': String(today.year),
  applicantRole: 'self',
  words: 'Wpis próby trwałości.',
  coordinator,
})

/** The id of the coordinator with this name, from the list that the page offers. */
export async function coordinatorNamed(desk: Worker, name: string): Promise<string> {
  const { text } = await desk.get('/praca/wnioski/nowy')
  const page = await desk.post('/praca/wnioski/nowy/szukaj', { ...hiddenFields(text), familyName: newName() })
  const id = new RegExp(`<option value="([0-9a-f-]{36})"[^>]*>${name}`).exec(page.text)?.[1]
  if (!id) throw new Error(`there is no coordinator ${name}`)
  return id
}

/** Saves the sections of one application in turn; nobody else writes there, so the next version is known. */
export async function saveSections(
  coordinator: Worker,
  done: Acknowledged,
  applicationId: string,
  goOn: () => boolean,
): Promise<void> {
  for (let turn = 0; goOn(); turn += 1) {
    const section = sections[turn % sections.length]!
    const what = `${applicationId} ${section}`
    const version = done.saved.get(what) ?? 0
    const answer = await coordinator.post(`/praca/wnioski/${applicationId}/rozpoznanie/${section}`, {
      _key: newFormKey(),
      version: String(version),
      text: `Zapis ${version + 1}`,
      relevantBecause: '',
    })
    if (answer.status !== 303) throw new Error(`saving answered ${answer.status}: ${problemIn(answer.text)}`)
    done.saved.set(what, version + 1)
  }
}

const problemIn = (html: string): string => /error-summary__list[\s\S]*?<\/ul>/.exec(html)?.[0] ?? html.slice(0, 300)

export const countOf = (done: Acknowledged): number =>
  done.registered.size + [...done.saved.values()].reduce((sum, count) => sum + count, 0)

/** Seconds until something more was acknowledged. */
export async function untilAcknowledged(done: Acknowledged, goOn: () => boolean): Promise<number> {
  const [began, before] = [performance.now(), countOf(done)]
  while (countOf(done) <= before && goOn()) await sleep(5)
  return (performance.now() - began) / 1000
}
