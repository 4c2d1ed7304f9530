import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApp } from '#app'
import { actions, cells, roleMay } from '#platform/access.ts'
import { roles, type Role } from '#platform/actor.ts'
import { aPerson, enter } from './accounts-site.ts'
import { addressOf, guardedRoutes, workplaceRoutes } from './access.ts'
import { aCentre, testDeps, Visitor } from './support.ts'

const deps = await testDeps()
const centre = await aCentre(deps)
const app = createApp(deps)
const routes = guardedRoutes(app)
const byRole = new Map<Role, Visitor>()
for (const role of roles) {
  const browser = new Visitor(app, centre.host)
  const answer = await enter(browser, await aPerson(centre, deps, role), deps)
  assert.equal(answer.location, '/praca', role)
  byRole.set(role, browser)
}

/** Everything before the guard is the same for all; what comes after it may be 404 or 422, but never 403. */
for (const { method, path, actions: needed } of routes) {
  test(`${method} ${path} is for those who may ${needed.join(' and ')}, and for nobody else`, async () => {
    for (const role of roles) {
      const browser = byRole.get(role)!
      const answer = method === 'GET' ? await browser.get(addressOf(path)) : await browser.post(addressOf(path), {})
      const allowed = needed.every((action) => roleMay(role, action))
      assert.equal(answer.status !== 403, allowed, `${role}: ${answer.status}`)
      assert.ok(answer.status < 500, `${role}: ${answer.status}`)
    }
    const nobody = new Visitor(app, centre.host)
    const answer = method === 'GET' ? await nobody.get(addressOf(path)) : await nobody.post(addressOf(path), {})
    assert.equal(answer.status, 303)
    assert.match(answer.location, /^\/logowanie(?:\?|$)/)
  })
}

/** What each member of staff does for themselves. */
const forEveryone = [
  'GET /praca',
  'GET /praca/dokoncz',
  'GET /praca/moje-konto',
  'GET /praca/moje-konto/haslo',
  'GET /praca/moje-konto/klucze',
  'GET /praca/moje-konto/klucze/nowy',
  'GET /praca/moje-konto/kody',
  'GET /praca/moje-konto/konto-urzedu',
  'GET /praca/moje-konto/telefon',
  'GET /praca/potwierdzenie',
  'POST /praca/dokoncz',
  'POST /praca/moje-konto/haslo',
  'POST /praca/moje-konto/klucze',
  'POST /praca/moje-konto/klucze/:id/nazwa',
  'POST /praca/moje-konto/klucze/:id/usuniecie',
  'POST /praca/moje-konto/klucze/wyzwanie',
  'POST /praca/moje-konto/kody',
  'POST /praca/moje-konto/konto-urzedu',
  'POST /praca/moje-konto/konto-urzedu/rozlaczenie',
  'POST /praca/moje-konto/sesje/:id/koniec',
  'POST /praca/moje-konto/sesje/koniec',
  'POST /praca/moje-konto/telefon',
  'POST /praca/potwierdzenie',
  'POST /praca/potwierdzenie/klucz',
  'POST /praca/potwierdzenie/klucz/wyzwanie',
]

test('every address of the workplace has a guard, or is for whoever is signed in', () => {
  const guarded = new Set(routes.map(({ method, path }) => `${method} ${path}`))
  const open = workplaceRoutes(app)
    .map(({ method, path }) => `${method} ${path}`)
    .filter((route) => !guarded.has(route))
  assert.deepEqual([...new Set(open)].sort(), forEveryone)
})

test('every address of the workplace sends who is not signed in to sign in', async () => {
  for (const { method, path } of workplaceRoutes(app)) {
    const nobody = new Visitor(app, centre.host)
    const answer = method === 'GET' ? await nobody.get(addressOf(path)) : await nobody.post(addressOf(path), {})
    assert.equal(answer.status, 303, `${method} ${path}`)
    assert.match(answer.location, /^\/logowanie/)
  }
})

test('the page of permissions shows every cell of the table', async () => {
  const page = await byRole.get('administrator')!.get('/en/praca/uprawnienia')
  const shown = page.text.slice(page.text.indexOf('<tbody'), page.text.indexOf('</tbody'))
  const answers = [...shown.matchAll(/<td[^>]*>(?:<strong>)?(yes|no)/g)].map(([, word]) => word)
  const expected = actions.flatMap((action) => roles.map((role) => (roleMay(role, action) ? 'yes' : 'no')))
  assert.equal(answers.length, cells().length)
  assert.deepEqual(answers, expected)
})
