import { formIn, type Fields, type Visitor } from '../support.ts'
import { send } from './life.ts'

/** What the staff typed into plans. */
export const plannedTexts = {
  opinion: 'Potrzebne wytchnienie i stała opieka.',
  ownNeed: 'ktoś, kto zostanie z mamą',
  goal: 'Chcę odpocząć raz w tygodniu.',
  section: 'Mieszka z mamą, która potrzebuje opieki całą dobę.',
  otherService: 'Sąsiadka, pomoc w zakupach',
  otherProvider: 'pani Łucja z parteru',
  commitment: 'Raz w tygodniu wychodzi z domu.',
  agreedBy: 'Halina Przykładowa',
  evidence: 'Podpis na wydruku w teczce.',
  course: 'Opiekunka przychodzi, mama ją polubiła.',
  resident: 'Wreszcie śpię.',
  narrative: 'Udało się odciążyć opiekunkę.',
  gapReason: 'Nikt w mieście tego nie robi.',
}

const day = (name: string, [dayOfMonth, month, year]: [string, string, string]): Fields => ({
  [`${name}-day`]: dayOfMonth,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})

const today = (name: string): Fields => day(name, ['23', '11', '2026'])
const lastDay = (name: string): Fields => day(name, ['30', '6', '2027'])

/** The talk, two needs (one of the list, one in own words), a goal, one part of the life situation. */
export async function recognised(coordinator: Visitor, application: string, { finish = true } = {}): Promise<void> {
  const at = `${application}/rozpoznanie`
  const { opinion, ownNeed, goal, section } = plannedTexts
  const talk = { place: 'home', participants: plannedTexts.agreedBy, months: '6', opinion }
  await send(coordinator, at, { ...today('heldOn'), ...talk }, 'name="opinion"')
  const { text } = await coordinator.get(`${at}/potrzeby`)
  const need = /name="need"[^>]*value="([0-9a-f-]{36})"/.exec(text)?.[1] ?? ''
  const ownGroup = /name="ownGroup"[\s\S]*?value="([^"]+)"/.exec(text)?.[1] ?? ''
  await send(coordinator, `${at}/potrzeby`, { need, ownNeed, ownGroup })
  await send(coordinator, at, { goal }, 'name="goal"')
  await send(coordinator, `${at}/family-and-carers`, { text: section })
  if (finish) await send(coordinator, at, {}, 'Zakończ rozpoznanie')
}

/** A plan with a service of the directory, one from outside, and its time; gives its page. */
export async function planned(coordinator: Visitor, application: string): Promise<string> {
  const plan = await send(coordinator, `${application}/plan`)
  const { commitment, otherService, otherProvider } = plannedTexts
  const arranged = { ownCommitments: commitment, monitoringDays: '1.03.2027' }
  await send(coordinator, `${plan}/ustalenia`, { ...today('startsOn'), ...lastDay('endsOn'), ...arranged })
  const needId = firstNeed((await coordinator.get(`${plan}/uslugi/nowa`)).text)
  const outside = { needId, service: 'other', otherName: otherService, otherProvider, external: 'yes', amount: '2' }
  await send(coordinator, `${plan}/uslugi/nowa`, { ...outside, ...lineTime, do: 'save' })
  await lineFromDirectory(coordinator, `${plan}/uslugi/nowa`)
  return plan
}

const firstNeed = (html: string): string => /name="needId"[\s\S]*?value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? ''

const lineTime = {
  unit: 'hour',
  times: '1',
  per: 'week',
  regime: 'cus-act',
  ...today('startsOn'),
  ...lastDay('endsOn'),
}

async function lineFromDirectory(coordinator: Visitor, path: string): Promise<void> {
  const { text } = await coordinator.get(path)
  const { action, hidden } = formIn(text)
  const needId = firstNeed(text)
  const q = 'nie mam siły opiekować się mamą'
  const found = await coordinator.post(action, { ...hidden, needId, q, do: 'search' })
  const service = /name="service"[^>]*value="([0-9a-f-]{36})"/.exec(found.text)?.[1] ?? ''
  const line = { needId, service, amount: '4', ...lineTime, do: 'save' }
  const { status } = await coordinator.post(action, { ...formIn(found.text).hidden, ...line })
  if (status !== 303) throw new Error(`the service found was not taken into the plan: ${status}`)
}

/** The first need that nothing answers goes into the register of gaps; gives the gap's page. */
export async function gapRegistered(coordinator: Visitor, plan: string): Promise<string> {
  await send(coordinator, plan, {}, 'Zgłoś lukę')
  const { text } = await coordinator.get(plan)
  return /\/praca\/luki\/[0-9a-f-]{36}/.exec(text)?.[0] ?? ''
}

export async function submitted(coordinator: Visitor, plan: string): Promise<void> {
  const { agreedBy, evidence } = plannedTexts
  await send(coordinator, `${plan}/zgoda`, { form: 'signature', ...today('agreedOn'), agreedBy, evidence })
  await send(coordinator, plan, {}, 'Przekaż do zatwierdzenia')
}

export async function started(coordinator: Visitor, director: Visitor, plan: string): Promise<void> {
  await send(director, plan, { decision: 'approved', reasons: '' }, 'name="decision"')
  await send(coordinator, plan, {}, 'Plan się zaczął')
  const { course, resident } = plannedTexts
  const seen = { form: 'visit', course, residentOpinion: resident, actions: '' }
  await send(coordinator, `${plan}/sprawdzenia/nowe`, { ...today('happenedOn'), ...seen })
}

export const ended = (coordinator: Visitor, plan: string): Promise<string> =>
  send(coordinator, `${plan}/zakonczenie`, { reason: 'completed', ...today('endedOn') })

export async function interviewed(coordinator: Visitor, plan: string): Promise<void> {
  const { agreedBy, resident } = plannedTexts
  const held = { kind: 'held', participants: agreedBy, residentOpinion: resident, furtherNeeds: '' }
  await send(coordinator, `${plan}/rozmowa`, { ...held, ...today('heldOn') })
}

export async function described(coordinator: Visitor, plan: string): Promise<void> {
  const { text } = await coordinator.get(`${plan}/rezultaty`)
  const goals = [...text.matchAll(/name="(goal-[0-9a-f-]{36})"/g)].map(([, name]) => [name!, 'attained'] as const)
  const { narrative } = plannedTexts
  await send(coordinator, `${plan}/rezultaty`, { ...Object.fromEntries(goals), narrative, recommendations: '' })
}
