import assert from 'node:assert/strict'
import test from 'node:test'
import type { Lang } from '#platform/i18n.ts'
import { anonymous, type Actor } from '#platform/actor.ts'
import { Examples } from './examples.tsx'
import { frameOf, type Centre } from './frame.tsx'
import { renderPage, type Page } from './page.tsx'
import { sectionsFor } from './sections.ts'
import { uiText } from './text.ts'

const centre: Centre = { name: 'CUS <Próba>', phone: '56 611 00 00', phoneHours: 'pon.–pt. 7–15' }
const aFrame = (lang: Lang = 'pl', path = '/uslugi?q=a', tenant = centre) =>
  frameOf({ lang, path, tenant, assets: { url: (name) => `/assets/${name}` } })
const draw = (frame = aFrame(), page: Partial<Page> = {}) =>
  renderPage(frame, { title: 'Usługi', body: <p>Treść</p>, ...page })

test('a page says its language and leads to itself in the others', () => {
  const html = draw(aFrame('uk'))
  assert.match(html, /^<!doctype html><html lang="uk"/)
  assert.match(
    html,
    /<a class="govuk-language-navigation__link" href="\/uslugi\?q=a" rel="alternate" lang="pl" hreflang="pl">/,
  )
  assert.match(html, /href="\/en\/uslugi\?q=a"/)
  assert.match(html, /aria-current="true" lang="uk">Українська/)
})

test('a page with errors says so first in its title', () => {
  assert.match(draw(aFrame(), { status: 422 }), /<title>Błąd: Usługi – CUS &lt;Próba/)
  assert.match(draw(aFrame()), /<title>Usługi – CUS/)
})

test('the phone can be dialled from every page', () => {
  assert.match(draw(), /<a class="govuk-link splot-phone" href="tel:\+48566110000">56 611 00 00<\/a>/)
})

test('no page has a style, a script or a handler inside it', () => {
  for (const lang of ['pl', 'uk', 'en'] as const) {
    const html = draw(aFrame(lang), { body: <Examples />, staff: true, wide: true })
    assert.doesNotMatch(html, /\sstyle=|<style|\son[a-z]+=|<script(?![^>]* src=)|javascript:/i)
  }
})

test('no id stands twice on the page with every component', () => {
  const ids = [...draw(aFrame(), { body: <Examples /> }).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  assert.deepEqual(
    ids.filter((id, at) => ids.indexOf(id) !== at),
    [],
  )
})

test('every error in a summary leads to a control', () => {
  const html = draw(aFrame(), { body: <Examples /> })
  const summary = html.slice(
    html.indexOf('govuk-error-summary__list'),
    html.indexOf('</ul>', html.indexOf('govuk-error-summary__list')),
  )
  const fields = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, field]) => field)
  assert.equal(fields.length, 6)
  for (const field of fields) assert.match(html, new RegExp(`<(input|textarea|select)[^>]* id="${field}"`))
})

test('a centre’s own colours come as one more sheet; sample data is said in the footer', () => {
  const html = draw(aFrame('pl', '/', { ...centre, brand: '#5b1a4b', accent: '#8a3b00', sample: true }))
  assert.match(html, /<link rel="stylesheet" href="\/assets\/theme-5b1a4b-8a3b00\.css"\/?>/)
  assert.match(html, /przykładowe dane/)
  assert.doesNotMatch(draw(), /assets\/theme-|przykładowe dane/)
})

test('the workplace shows the sections that the role opens, and marks the current one', () => {
  const officer: Actor = {
    kind: 'staff',
    accountId: 'a',
    name: 'Iga Bez',
    roles: ['data-protection-officer'],
    deputyRoles: [],
  }
  const sections = sectionsFor(aFrame('en', '/praca/audyt?osoba=1'), officer)
  assert.deepEqual(
    sections.map(({ href, current }) => [href, current]),
    [
      ['/en/praca', false],
      ['/en/praca/audyt', true],
      ['/en/praca/dane-osobowe', false],
      ['/en/praca/uprawnienia', false],
    ],
  )
  assert.equal(sectionsFor(aFrame('pl', '/uslugi/opieka'), anonymous)[0]?.current, true)
  assert.equal(sectionsFor(aFrame('pl', '/uslugi-inne'), anonymous)[0]?.current, false)
})

test('no sentence is missing or left in another language', () => {
  const letters = { uk: /[a-ząćęłńóśźż]{4,}/i, en: /[ąćęłńóśźż]|[а-яіїєґ]/i }
  for (const lang of ['uk', 'en'] as const) {
    for (const [key, sentence] of Object.entries(uiText[lang])) {
      if (typeof sentence !== 'string' || key === 'madeWith') continue
      assert.ok(sentence.length > 0, key)
      assert.doesNotMatch(sentence, letters[lang], `${lang}: ${key}`)
    }
  }
})
