import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { findPages } from './accessibility/pages.ts'
import { buildWorld, type Person } from './accessibility/world.ts'
import { openSite } from './site.ts'
import type { Answer, Fields } from './support.ts'

/**
 * Every form and every address of the whole program, found by following its links as each person, is sent what nobody
 * should send. The answer may be anything but a failure of ours.
 */
const site = await openSite()
const world = await buildWorld(site)
const { visits } = await findPages(site, world)
after(() => site.stop())

interface FoundForm {
  person: Person
  action: string
  names: string[]
  hidden: Record<string, string>
}

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

function formsIn(html: string, path: string, person: Person): FoundForm[] {
  return (html.match(/<form[\s\S]*?<\/form>/g) ?? [])
    .filter((form) => form.includes('method="post"') && !form.includes('/wylogowanie'))
    .map((form) => {
      const tags = form.match(/<(?:input|textarea|select|button)\b[^>]*>/g) ?? []
      const hidden = tags.filter((tag) => attribute(tag, 'type') === 'hidden')
      const names = tags.filter((tag) => !hidden.includes(tag)).map((tag) => attribute(tag, 'name'))
      return {
        person,
        action: attribute(form.slice(0, form.indexOf('>') + 1), 'action').replaceAll('&amp;', '&') || path,
        names: [...new Set(names.filter((name) => name !== ''))],
        hidden: Object.fromEntries(hidden.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')])),
      }
    })
}

const forms = new Map<string, FoundForm>()
for (const { path, person } of visits) {
  const { text } = await world.people.get(person)!.get(path)
  for (const form of formsIn(text, path, person)) forms.set(`${person} ${form.action} ${form.names.join()}`, form)
}

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '99999999999999999999',
    'NaN',
    '2026-02-30',
    '31',
    '1e309',
    '\0',
    "'; drop table person; --",
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '%00',
    '{{7*7}}',
    '\u202E\uD800',
    'https://evil.example/',
    '00000000-0000-0000-0000-000000000000',
    'x'.repeat(20_000),
  ),
)
const nastyField = fc.oneof(
  { weight: 5, arbitrary: nasty },
  { weight: 1, arbitrary: fc.array(nasty, { maxLength: 4 }) },
)

let sent = 0
const failures = new Map<string, string>()

function note(what: string, answer: Answer): void {
  sent += 1
  if (answer.status >= 500) failures.set(what.slice(0, 300), answer.text.slice(0, 200))
}

const oddFields = (names: string[]): fc.Arbitrary<Fields> =>
  fc
    .tuple(fc.dictionary(fc.constantFrom(...names, 'tenant_id', '__proto__', 'constructor'), nastyField), nastyField)
    .map(([fields, extra]) => ({ ...fields, [names[0] ?? 'extra']: extra }))

const perForm = 25

test('there are forms to try', () => assert.ok(forms.size >= 15, [...forms.keys()].join('\n')))

test('no form fails, whatever is typed into it', async () => {
  for (const { person, action, names, hidden } of forms.values()) {
    const visitor = world.people.get(person)!
    const runs = fc.sample(fc.record({ fields: oddFields(names), keep: fc.boolean() }), { numRuns: perForm, seed: 7 })
    for (const { fields, keep } of runs) {
      const answer = await visitor.post(action, keep ? { ...fields, ...hidden } : { ...hidden, ...fields })
      note(`POST ${action} as ${person}: ${JSON.stringify(fields)}`, answer)
    }
  }
  assert.deepEqual(Object.fromEntries(failures), {})
})

test('no address fails, whatever stands in it', async () => {
  const routes = [...new Set(site.routes.filter(({ path }) => !path.includes('*')).map(({ path }) => path))]
  const people = ['nobody', 'plan-coordinator', 'director', 'front-desk', 'data-protection-officer'] as const
  for (const route of routes) {
    for (const person of people) {
      const odd = fc.record({ part: nasty, query: fc.dictionary(nasty, nasty, { maxKeys: 3 }) })
      for (const { part, query } of fc.sample(odd, { numRuns: 4, seed: 11 })) {
        const path = route.replaceAll(/:\w+(\{[^}]*\})?/g, () => encodeURIComponent(part.toWellFormed().slice(0, 200)))
        const names = ['q', 'strona', 'grupa', 'dalej', 'stan', 'od', 'do']
        const search = new URLSearchParams([
          ...Object.entries(query).map(([name, value]) => [name.toWellFormed(), value.toWellFormed().slice(0, 2000)]),
          ...names.map((name) => [name, part.toWellFormed().slice(0, 2000)]),
        ])
        note(`GET ${path} as ${person}: ${search}`, await world.people.get(person)!.get(`${path}?${search}`))
      }
    }
  }
  assert.deepEqual(Object.fromEntries(failures), {})
  console.log(`hostile input: ${sent} requests over ${forms.size} forms and ${routes.length} routes, 0 failures`)
})
