import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createApp } from '../src/app.tsx'
import { fog, proseOf } from '../src/information/readability.ts'
import { answering, caseOpened, reported } from './accessibility/life.ts'
import { openSite } from './site.ts'
import { Visitor } from './support.ts'

/** What residents read, as it is served with the sample city: our texts, the catalogue's and the providers' together. */
const site = await openSite()
after(() => site.stop())

const app = createApp(site.deps)
const somebody = () => new Visitor(app, new URL(site.address).host)

const isPublic = (path: string): boolean => !/^\/(praca|dev|uk|en|assets|healthz|readyz)([/?]|$)/.test(path)

const routes = [...new Set(site.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))].filter(
  (path) => isPublic(path) && !path.includes('*'),
)
const starts = routes.filter((route) => !route.includes(':'))

const patternOf = (route: string): RegExp => new RegExp(`^${route.replaceAll(/:\w+(\{[^}]*\})?/g, '[^/]+')}/?$`)

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\s[^>]*href="(\/[^"#]*)/g)]
    .map(([, path]) => path!.replaceAll('&amp;', '&'))
    .filter((path) => isPublic(path))

/** Every page that can be reached by links; of lists that were narrowed down once no narrower ones. */
async function read(visitor: Visitor, from: string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  const waiting = [...from]
  const seen = new Set(waiting)
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { status, text, headers } = await visitor.get(path)
    if (status !== 200 || !headers.get('content-type')?.startsWith('text/html')) continue
    texts.set(path, text)
    for (const next of linksIn(text)) {
      if (seen.has(next) || (path.includes('?') && next.includes('?'))) continue
      seen.add(next)
      waiting.push(next)
    }
  }
  return texts
}

/** The pages that differ by how far somebody has come: the questions, the code, the own case. */
async function readAlongTheWay(): Promise<[string, string][]> {
  const own = ['/potrzebuje-pomocy', '/moja-sprawa']
  const ownPaths = starts.filter((path) => own.some((start) => path.startsWith(start)))
  const questions = ['dla-kogo', 'co-sie-dzieje', 'kogo-dotyczy', 'kontakt', 'gdzie-mieszka', 'dodatkowo']
  const paths = [...ownPaths, ...questions.map((question) => `/potrzebuje-pomocy/${question}`)]
  const writing = await answering(somebody())
  const done = await reported(await answering(somebody()))
  const [code] = /\d{4} \d{4} \d{4} \d{4}/.exec((await done.get('/potrzebuje-pomocy/dziekujemy')).text)!
  const people = { writing, done, following: await caseOpened(somebody(), code) }
  const texts: [string, string][] = []
  for (const [person, visitor] of Object.entries(people)) {
    for (const path of paths) {
      const { status, text } = await visitor.get(path)
      if (status === 200) texts.push([`${path} (${person})`, text])
    }
  }
  return texts
}

const pages = [...(await read(somebody(), starts)), ...(await readAlongTheWay())]
const scores = pages
  .map(([path, html]) => ({ path, score: fog(proseOf(html).join('\n')) }))
  .filter(({ score }) => score > 0)
  .toSorted((a, b) => a.score - b.score)

/** Only on the way to the office's sign-in server and back, and for staff who were sent a letter. */
const ofStaff = [
  '/logowanie/konto-urzedu',
  '/logowanie/konto-urzedu/powrot',
  '/logowanie/konto-urzedu/kod',
  '/zaproszenie/:token',
]

test('every public page of the program is read', () => {
  const paths = pages.map(([path]) => path.split(/[? ]/)[0]!)
  assert.deepEqual(
    routes.filter((route) => !ofStaff.includes(route) && !paths.some((path) => patternOf(route).test(path))),
    [],
  )
})

test('public pages ask for few years of school: half of them 9 or less, none more than 12', (t) => {
  const median = scores[Math.floor(scores.length / 2)]!.score
  const hardest = scores.slice(-3).map(({ path, score }) => `${path} ${score.toFixed(1)}`)
  t.diagnostic(`${pages.length} pages, FOG-PL: median ${median.toFixed(1)}, hardest ${hardest.join(', ')}`)
  assert.ok(median <= 9, `the median is ${median}`)
  assert.deepEqual(
    scores.filter(({ score }) => score > 12).map(({ path, score }) => `${path} ${score.toFixed(1)}`),
    [],
  )
})

test('only what ends as a sentence counts, and only in the main part', () => {
  const html = `<body><p>Administracyjne postępowanie.</p><main><h1>Deklaracja dostępności</h1>
    <p>Zadzwoń do nas.<br>Powiemy, co dalej.</p><td>Specjalistyczne</td><button>Opublikuj wszystko.</button></main></body>`
  assert.deepEqual(proseOf(html), ['Zadzwoń do nas.', 'Powiemy, co dalej.'])
})
