import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeQR } from 'qr/decode.js'
import { aWorkplace, auditOf, enter, type Workplace } from '#test/accounts-site.ts'
import { somebodyWaits } from '#test/answers.ts'
import { testDatabase } from '#test/database.ts'
import { lettersOf, pathIn } from '#test/letters.ts'
import { asSuperuser, hiddenFields, type Answer } from '#test/support.ts'
import { codeAtStep, stepAt } from '../totp.ts'
import { qrPicture } from './totp-fields.tsx'

const colleague = {
  name: 'Jan Nowy',
  email: 'Jan.Nowy@cus.example.org',
  phone: '',
  role: ['plan-coordinator', 'front-desk'],
  way: 'mail',
}

const password = 'cztery losowe słowa razem'

async function invited(place: Workplace): Promise<string> {
  const { browser } = await place.signedIn('administrator')
  const page = await browser.submit('/praca/konta/nowe', colleague)
  assert.match(page.text, /Wysłaliśmy zaproszenie/)
  const [letter] = await lettersOf(place)
  assert.equal(letter?.to, 'jan.nowy@cus.example.org')
  return pathIn(letter)
}

const keyOn = (page: Answer): string => /<code>([A-Z2-7 ]{20,})<\/code>/.exec(page.text)![1]!.replaceAll(' ', '')

const codeNow = (place: Workplace, secret: string, away = 0) => codeAtStep(secret, stepAt(place.deps.now()) + away)

/** What the person types into the page that the link opened. */
const filled = (place: Workplace, page: Answer, more: Record<string, string> = {}) => ({
  ...hiddenFields(page.text),
  'new-password': password,
  again: password,
  code: codeNow(place, keyOn(page)),
  ...more,
})

test('an invited colleague sets a password and an app, is signed in, and has their roles', async () => {
  const place = await aWorkplace()
  const path = await invited(place)
  const person = place.visitor()
  const page = await person.get(path)
  assert.match(page.text, /Dzień dobry, Jan Nowy/)
  const answer = await person.post(path, filled(place, page))
  assert.equal(answer.location, '/praca/moje-konto/kody')
  const desk = await person.get('/praca')
  assert.match(desk.text, /koordynator/i)
  assert.match(desk.text, /Twoje role: [^<]*,/)
  const codes = await person.submit('/praca/moje-konto/kody', {})
  assert.equal([...codes.text.matchAll(/<code>\d{4} \d{4} \d{4}<\/code>/g)].length, 10)
  place.deps.clock.now = place.deps.now().add({ seconds: 30 })
  const jan = { id: '', name: '', email: 'jan.nowy@cus.example.org', password, secret: keyOn(page) }
  assert.equal((await enter(place.visitor(), jan, place.deps)).location, '/praca')
  const events = (await auditOf(place)).map(({ event }) => event)
  for (const event of ['account.created', 'account.invited', 'invitation.accepted', 'recovery-codes.renewed']) {
    assert.ok(events.includes(event), event)
  }
  assert.equal(events.filter((event) => event === 'account.created').length, 2, 'the administrator’s and this one')
})

test('whoever is disabled while they accept is not let in', async () => {
  const place = await aWorkplace()
  const path = await invited(place)
  const person = place.visitor()
  const page = await person.get(path)
  const answer = await asSuperuser(testDatabase(), async (client) => {
    await client.query('begin')
    await client.query(`update account set state = 'disabled' where tenant_id = $1 and email like 'jan.nowy%'`, [
      place.centre.id,
    ])
    const sent = person.post(path, filled(place, page))
    await somebodyWaits('update "account"')
    await client.query('commit')
    return sent
  })
  assert.equal(answer.status, 410)
  assert.equal((await person.get('/praca')).status, 303)
})

test('until then nobody can sign in as them, and no new password can be had', async () => {
  const place = await aWorkplace()
  await invited(place)
  const nobody = { id: '', name: '', email: 'jan.nowy@cus.example.org', password: '', secret: 'A'.repeat(32) }
  assert.equal((await enter(place.visitor(), nobody, place.deps)).status, 422)
  await place.visitor().post('/logowanie/haslo', { email: nobody.email })
  assert.equal((await lettersOf(place)).length, 1)
})

test('an invitation works once, for three days, at its own centre, and not in another guise', async () => {
  const place = await aWorkplace()
  const path = await invited(place)
  const page = await place.visitor().get(path)
  const other = await aWorkplace()
  assert.equal((await other.visitor().post(path, filled(place, page))).status, 410)
  assert.equal((await place.visitor().get(path.replace('zaproszenie', 'logowanie/haslo'))).status, 410)
  place.deps.clock.now = place.deps.now().add({ hours: 71, minutes: 59 })
  const answers = await Promise.all(Array.from({ length: 5 }, () => place.visitor().post(path, filled(place, page))))
  assert.equal(answers.filter(({ status }) => status === 303).length, 1)
  assert.equal((await place.visitor().post(path, filled(place, page))).status, 410)
})

test('after three days it opens nothing, and a new one can be sent', async () => {
  const place = await aWorkplace()
  const path = await invited(place)
  place.deps.clock.now = place.deps.now().add({ hours: 72 })
  assert.match((await place.visitor().get(path)).text, /Poproś administratora, żeby wysłał je ponownie/)
  const { browser: admin } = await place.signedIn('administrator')
  const list = await admin.get('/praca/konta')
  const account = /\/praca\/konta\/[0-9a-f-]{36}(?=">Jan Nowy)/.exec(list.text)![0]
  assert.match((await admin.get(account)).text, /Zaproszenie wygasło/)
  assert.equal((await admin.submit(account, {}, 'Wyślij zaproszenie ponownie')).location, account)
  assert.match((await admin.get(account)).text, /Zaproszenie działa do: 29 listopada 2026/)
  const [letter] = await lettersOf(place)
  assert.equal((await place.visitor().get(pathIn(letter))).status, 200)
})

test('who lost phone and codes is invited anew: what opened the account before opens it no more', async () => {
  const place = await aWorkplace()
  const { browser: admin } = await place.signedIn('administrator')
  const { browser, person } = await place.signedIn('front-desk')
  assert.equal((await admin.submit(`/praca/konta/${person.id}`, {}, 'Wyślij nowe zaproszenie')).status, 303)
  assert.equal((await browser.get('/praca')).status, 303)
  place.deps.clock.now = place.deps.now().add({ seconds: 30 })
  assert.equal((await enter(place.visitor(), person, place.deps)).status, 422)
  const path = pathIn((await lettersOf(place))[0])
  const page = await browser.get(path)
  assert.notEqual(keyOn(page), person.secret)
  assert.equal((await browser.post(path, filled(place, page))).status, 303)
})

test('mistakes come back to their fields with the same key, and the link stays good', async () => {
  const place = await aWorkplace()
  const path = await invited(place)
  const page = await place.visitor().get(path)
  const mistakes: [Record<string, string>, RegExp][] = [
    [{ 'new-password': 'krótkie', again: 'krótkie' }, /href="#new-password">Hasło jest za krótkie/],
    [{ 'new-password': 'jan.nowy-2026', again: 'jan.nowy-2026' }, /href="#new-password">To hasło zawiera/],
    [{ again: 'coś innego' }, /href="#again">Hasła się różnią/],
    [{ code: codeNow(place, keyOn(page), 5) }, /href="#code">Kod się nie zgadza/],
    [{ code: '' }, /href="#code">Kod się nie zgadza/],
  ]
  for (const [fields, expected] of mistakes) {
    const answer = await place.visitor().post(path, filled(place, page, fields))
    assert.equal(answer.status, 422)
    assert.match(answer.text, expected)
    assert.equal(keyOn(answer), keyOn(page), 'the app has it already')
  }
  assert.equal((await place.visitor().post(path, filled(place, page))).status, 303)
})

test('a key that was made for somebody else, or altered, is not taken', async () => {
  const place = await aWorkplace()
  const path = await invited(place)
  const page = await place.visitor().get(path)
  const { browser, person } = await place.signedIn('front-desk')
  const theirs = await browser.get('/praca/moje-konto/telefon')
  const { setup } = hiddenFields(theirs.text)
  for (const sealed of [setup!, `${hiddenFields(page.text)['setup']!.slice(0, -4)}AAAA`, 'nonsense', '']) {
    const answer = await place
      .visitor()
      .post(path, filled(place, page, { setup: sealed, code: codeNow(place, keyOn(theirs)) }))
    assert.equal(answer.status, 422)
  }
  assert.ok(person)
})

test('the picture is read by a camera as the key', () => {
  const uri = `otpauth://totp/${encodeURIComponent('Centrum Usług Społecznych w Próbowie')}:jan@example.org?secret=${'A'.repeat(32)}`
  const svg = qrPicture(uri)
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)![1])
  const scale = 4
  const data = new Uint8Array((size * scale) ** 2 * 3).fill(255)
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let at = 0; at < scale ** 2; at += 1) {
      const [column, row] = [Number(x) * scale + (at % scale), Number(y) * scale + Math.floor(at / scale)]
      data.fill(0, (row * size * scale + column) * 3, (row * size * scale + column) * 3 + 3)
    }
  }
  assert.equal(decodeQR({ width: size * scale, height: size * scale, data }), uri)
})
