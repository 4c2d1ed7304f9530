import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { Hono } from 'hono'
import { anonymous } from '#platform/actor.ts'
import { pathWithoutLang, requestContext, tenantOfHost } from '#platform/web-request.ts'
import { transaction } from '#platform/web-transaction.ts'
import { type Env, NotFound } from '#platform/web.ts'
import { aCentre, testDeps, Visitor } from '#test/support.ts'
import { importMunicipality } from './import-municipality.ts'
import { directoryRoutes } from './routes.tsx'

const torun = fileURLToPath(new URL('../../../db/seed/torun', import.meta.url))
const deps = await testDeps({ now: '2026-11-23T09:00:00Z' })
let visitor: Visitor
before(async () => {
  const centre = await aCentre(deps)
  await centre.work((tx) => importMunicipality(tx, torun))
  const app = new Hono<Env>({ getPath: pathWithoutLang })
  app.onError((error, c) => c.text(error.message, error instanceof NotFound ? 404 : 500))
  app.use(
    requestContext(deps),
    tenantOfHost(deps),
    transaction(deps, async () => anonymous),
  )
  visitor = new Visitor(app.route('/', directoryRoutes(deps)), centre.host)
})
const get = async (path: string) => {
  const answer = await visitor.get(path)
  assert.equal(answer.status, 200, path)
  return answer.text
}
const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
const links = (html: string) =>
  [...main(html).matchAll(/href="([^"#]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))

test('the home page asks its question, opens six doors and shows the phone, in three languages', async () => {
  for (const [path, question] of [
    ['/', 'W czym możemy pomóc?'],
    ['/uk', 'Чим можемо допомогти?'],
    ['/en', 'How can we help?'],
  ] as const) {
    const html = await get(path)
    assert.ok(html.includes(question))
    assert.equal(links(html).filter((href) => href.includes('sprawa=')).length, 6)
    assert.match(main(html), /href="tel:/)
  }
})

test('a worn-out daughter finds respite care by typing how she feels', async () => {
  const html = await get(`/uslugi?q=${encodeURIComponent('nie mam siły opiekować się mamą')}`)
  const first = /<h2[^>]*splot-found__name[^>]*>([\s\S]*?)<\/h2>/.exec(html)?.[1] ?? ''
  assert.match(first, /Opieka wytchnieniowa/)
  assert.match(html, /value="nie mam siły opiekować się mamą"/)
})

test('the bare list names every type once, under its area', async () => {
  const html = await get('/uslugi')
  assert.equal(links(html).filter((href) => href.startsWith('/uslugi?typ=')).length, 124)
})

test('filters stay chosen, and each can be taken away by a link', async () => {
  const html = await get('/uslugi?grupa=older-people&cechy=bezplatne&cechy=bez-schodow&okreg=8')
  assert.match(html, /<option value="older-people" selected/)
  assert.match(html, /value="bezplatne"[^>]*checked|checked[^>]*value="bezplatne"/)
  assert.ok(links(html).includes('/uslugi?grupa=older-people&okreg=8&cechy=bez-schodow'))
})

test('no search is a dead end: nothing found still leads to near types, the phone and the report', async () => {
  for (const path of [
    '/uslugi?q=kwantowa+chromodynamika',
    '/uslugi?grupa=nonsens',
    '/uslugi?q=psychiatra&cechy=otwarte',
  ]) {
    const html = await get(path)
    assert.ok(links(html).includes('/potrzebuje-pomocy'), path)
    assert.ok(links(html).includes('/nie-wiem'), path)
    assert.match(main(html), /href="tel:/)
  }
  assert.ok(links(main(await get('/uslugi?q=xqzvv'))).includes('/uslugi'))
  const html = await get('/uslugi?q=kwantowa+chromodynamika')
  assert.ok(links(html).some((href) => href.startsWith('/uslugi?typ=')))
})

test('a type that nobody offers says so and asks for a report', async () => {
  const html = await get('/uslugi?typ=konsultacje-psychiatryczne')
  assert.match(html, /Na razie nikt w mieście tego nie oferuje/)
})

test('a service page answers what, for whom, how to start, whom to call, where and when', async () => {
  const html = await get('/uslugi/uslugi-opiekuncze-w-domu')
  for (const words of [
    'Jak zacząć',
    'Dla kogo',
    'ul. Ceglana 11',
    'pon.–pt. 7:30–15:30',
    'przykładowe dane',
    'otwarte teraz',
  ]) {
    assert.ok(html.includes(words), words)
  }
  assert.match(main(html), /href="tel:\+48560000/)
})

test('what providers wrote in Polish is marked as Polish on pages in other languages', async () => {
  for (const lang of ['uk', 'en']) {
    const html = await get(`/${lang}/uslugi/uslugi-opiekuncze-w-domu`)
    assert.match(html, new RegExp(`<html lang="${lang}"`))
    assert.match(html, /<h1[^>]*><span lang="pl">/)
    assert.ok(links(html).every((href) => !href.startsWith('/') || href.startsWith(`/${lang}`)))
  }
})

test('a page about violence can be left at once, and a shelter shows no address', async () => {
  const html = await get('/uslugi/bezpieczny-dom')
  assert.match(html, /govuk-exit-this-page/)
  assert.doesNotMatch(main(html), /ul\. /)
})

test('an organisation shows its offers and how to reach it', async () => {
  const html = await get('/wykonawcy/oddech')
  assert.match(html, /Fundacja „Oddech dla Opiekunów”/)
  assert.ok(links(html).includes('/uslugi/dom-oddech-pobyt-do-14-dob'))
})

test('unknown services and organisations are 404', async () => {
  for (const path of ['/uslugi/nie-ma', '/wykonawcy/nie-ma', '/uslugi/%00', '/uk/uslugi/x']) {
    assert.equal((await visitor.get(path)).status, 404, path)
  }
})

test('four answers lead to types with their offers, and the phone first when help is needed today', async () => {
  const steps = ['/nie-wiem', '/nie-wiem?sprawa=opieka', '/nie-wiem?sprawa=opieka&co=odpoczynek']
  for (const [at, path] of steps.entries()) assert.match(await get(path), new RegExp(`Pytanie ${at + 1} z 4`))
  assert.match(await get(`${steps[2]}&kiedy=dzis`), /Pytanie 4 z 4/)
  const result = await get(`${steps[2]}&kiedy=dzis&okreg=8`)
  assert.match(result, /Zadzwoń dziś[\s\S]*Opieka wytchnieniowa/)
})

test('a guide question sent without an answer comes back with the error at its field', async () => {
  const { status, text } = await visitor.get('/nie-wiem?krok=1')
  assert.equal(status, 422)
  assert.match(text, /href="#sprawa"/)
})

test('every answer of the guide leads somewhere that has at least one offer', async () => {
  const { situations } = await import('./guide.ts')
  for (const { code, answers } of situations) {
    for (const answer of answers) {
      const html = await get(`/nie-wiem?sprawa=${code}&co=${answer.code}&kiedy=wkrotce&okreg=0`)
      assert.ok(
        links(html).some((href) => href.startsWith('/uslugi/')),
        `${code} ${answer.code}`,
      )
    }
  }
})

test('every page of the directory that a link leads to is there', async () => {
  const seen = new Set<string>()
  const queue = ['/', '/uslugi', '/uslugi?q=opieka', '/nie-wiem']
  while (queue.length > 0 && seen.size < 60) {
    const path = queue.shift() ?? '/'
    if (seen.has(path)) continue
    seen.add(path)
    const answer = await visitor.get(path)
    assert.equal(answer.status, 200, path)
    queue.push(...links(answer.text).filter((href) => /^\/(uslugi|wykonawcy|nie-wiem)/.test(href)))
  }
})

test('no address, however strange, is answered with a failure of ours', async () => {
  const odd = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('-1', '999', "'", '%', '<b>', '\u0000'))
  const names = ['q', 'typ', 'grupa', 'obszar', 'okreg', 'cechy', 'strona', 'sprawa', 'co', 'kiedy', 'krok']
  const query = fc.array(fc.tuple(fc.constantFrom(...names), odd), { maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(query, fc.constantFrom('/uslugi', '/nie-wiem', '/'), async (pairs, path) => {
      const { status } = await visitor.get(
        `${path}?${new URLSearchParams(pairs.map(([name, value]) => [name, value.toWellFormed()]))}`,
      )
      assert.ok(status < 500, `${status}`)
    }),
    { numRuns: 60 },
  )
})

test('words typed into the search are shown as text, never as markup', async () => {
  const html = await get(`/uslugi?q=${encodeURIComponent('<script>alert(1)</script>"')}`)
  assert.doesNotMatch(html, /<script>alert/)
})
