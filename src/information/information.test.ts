import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { anonymous } from '#platform/actor.ts'
import { langs, href } from '#platform/i18n.ts'
import { pathWithoutLang, requestContext, tenantOfHost } from '#platform/web-request.ts'
import { transaction } from '#platform/web-transaction.ts'
import { NotFound, type Env } from '#platform/web.ts'
import { errorPage } from '#ui/error-page.tsx'
import { helpSlugs } from '#ui/help-topics.ts'
import { aCentre, testDeps, Visitor } from '#test/support.ts'
import { siteAddress } from './accessibility.ts'
import { informationRoutes } from './routes.tsx'

async function aVisitor() {
  const deps = await testDeps({ config: { baseUrl: 'https://cus.example.org' } })
  const { host } = await aCentre(deps)
  const app = new Hono<Env>({ getPath: pathWithoutLang })
  app.onError((error, c) => {
    if (error instanceof NotFound) return errorPage(c, 404)
    throw error
  })
  app.notFound((c) => errorPage(c, 404))
  app.use(requestContext(deps), tenantOfHost(deps))
  app.use(transaction(deps, async () => anonymous))
  app.route('/', informationRoutes(deps))
  return Object.assign(new Visitor(app, host), { host })
}

const pages = ['/pomoc', ...helpSlugs.map((slug) => `/pomoc/${slug}`), '/deklaracja-dostepnosci', '/twoje-dane']

test('every page answers in three languages, with its own language, one main heading and no id twice', async () => {
  const visitor = await aVisitor()
  for (const lang of langs) {
    for (const path of pages) {
      const { status, text } = await visitor.get(href(lang, path))
      assert.equal(status, 200, `${lang} ${path}`)
      assert.match(text, new RegExp(`<html lang="${lang}"`))
      assert.equal(text.match(/<h1[\s>]/g)?.length, 1, `${lang} ${path} has one main heading`)
      const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      assert.equal(new Set(ids).size, ids.length, `${lang} ${path} repeats an id`)
    }
  }
})

test('the resident’s help is in every language; help for staff says that it is Polish', async () => {
  const visitor = await aVisitor()
  assert.doesNotMatch((await visitor.get('/uk/pomoc/mieszkaniec')).text, /<div lang="pl"/)
  assert.match((await visitor.get('/uk/pomoc/mieszkaniec')).text, /Повідомте про потребу/)
  const staff = (await visitor.get('/en/pomoc/koordynator')).text
  assert.match(staff, /This part is only in Polish so far\.[\s\S]*<div lang="pl">[\s\S]*Ułóż plan/)
  assert.match(staff, /<h1[^>]*>Help for plan coordinators<\/h1>/)
})

test('a link between texts leads to the page in the reader’s language', async () => {
  const visitor = await aVisitor()
  assert.match((await visitor.get('/uk/pomoc')).text, /href="\/uk\/pomoc\/koordynator"/)
  assert.match((await visitor.get('/pomoc/dyrektor')).text, /href="\/pomoc\/organizator-uslug"/)
})

test('what isn’t on the list is 404, also a way out of the folder', async () => {
  const visitor = await aVisitor()
  const away = ['nie-ma', 'README', 'uk', '..%2F..%2Fpackage', '%2e%2e%2fglossary', 'mieszkaniec.md', '__proto__']
  for (const slug of [...away, 'uk%2Fmieszkaniec', '..%5cglossary', 'mieszkaniec%00']) {
    const { status, text } = await visitor.get(`/pomoc/${slug}`)
    assert.equal(status, 404, slug)
    assert.doesNotMatch(text, /EUPL|Splot is/)
  }
})

/** "Warunki techniczne publikacji oraz struktura dokumentu elektronicznego deklaracji dostępności" 2.0. */
const statementIds = [
  'wstep',
  'podmiot',
  'zakres',
  'url',
  'data-publikacja',
  'data-aktualizacja',
  'status',
  'data-sporzadzenie',
  'ocena',
  'kontakt',
  'osoba',
  'email',
  'telefon',
  'procedura',
  'aplikacje',
  'architektura',
  'komunikacja',
]

test('the accessibility statement has every id of the ministry’s document, in three languages', async () => {
  const visitor = await aVisitor()
  for (const lang of langs) {
    const { text } = await visitor.get(href(lang, '/deklaracja-dostepnosci'))
    for (const id of statementIds) assert.ok(text.includes(` id="a11y-${id}"`), `${lang} a11y-${id}`)
    assert.match(text, /<time id="a11y-data-publikacja" datetime="\d{4}-\d\d-\d\d">/)
    assert.match(text, /id="a11y-email" href="mailto:cus@example\.org"/)
    assert.match(text, /Centrum Usług Społecznych w Próbowie/)
  }
})

test('among several centres the statement names the host that was asked, without a made-up port', async () => {
  const visitor = await aVisitor()
  const { text } = await visitor.get('/deklaracja-dostepnosci', { host: `${visitor.host}:9999` })
  assert.ok(text.includes(`id="a11y-url" href="https://${visitor.host}"`))
})

test('where every host is the one centre, the statement takes its address from the settings', async () => {
  const deps = await testDeps({ config: { baseUrl: 'https://cus.example.org:8443' } })
  await aCentre(deps)
  const [only] = await deps.tenants.list()
  const tenants = { ...deps.tenants, list: async () => [only!] }
  assert.equal(await siteAddress('planted.example', { config: deps.config, tenants }), 'https://cus.example.org:8443')
})

test('the information about data names the controller, the rights, the complaint and its version', async () => {
  const visitor = await aVisitor()
  for (const lang of langs) {
    const { text } = await visitor.get(href(lang, '/twoje-dane'))
    assert.match(text, /Centrum Usług Społecznych w Próbowie/)
    assert.match(text, /ul\. Próbna 1, Próbowo/)
    assert.match(text, /https:\/\/uodo\.gov\.pl\//)
    assert.match(text, /20\d\d-\d\d(-\d)?\./)
  }
})
