import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hiddenIn } from './case-forms.ts'
import { anAssignedApplication, aPlanTown, personOf, someTalk } from './plan-builders.ts'
import type { Fields, Visitor } from './support.ts'

const town = await aPlanTown()
const application = await anAssignedApplication(town)
const person = await personOf(town, application)
const officer = town.staff(['data-protection-officer'], await town.account('Iwona Ochronna', 'data-protection-officer'))
const another = await town.account('Ewa Zastępcza', 'plan-coordinator')

const details = { givenName: 'Sabina', familyName: 'Wierzbowa', birthYear: '1960' }
const period = { recordClass: 'need-report', fileSymbol: '5320', category: 'B5', validFrom: '2026-12-01' }
const atCase = `/praca/wnioski/${application}`
const atData = `/praca/dane-osobowe/osoby/${person}`
const periods = '/praca/dane-osobowe/okresy'

interface Sent {
  by: Visitor
  page: string
  action: string
  fields: Fields
}

/** Forms whose work can't be done a second time, in an order in which each can be done once. */
const forms: Record<string, Sent> = {
  'the talk of a recognition': {
    by: town.coordinator,
    page: `${atCase}/rozpoznanie`,
    action: `${atCase}/rozpoznanie`,
    fields: someTalk,
  },
  'another coordinator': {
    by: town.director,
    page: atCase,
    action: `${atCase}/koordynator`,
    fields: { coordinator: another.id },
  },
  'a correction of somebody’s details': {
    by: town.director,
    page: `/praca/osoby/${person}`,
    action: `/praca/osoby/${person}`,
    fields: { ...details, contactWay: 'phone', phone: '600 700 800', rectificationReason: 'mistake' },
  },
  'a period of retention': { by: officer, page: periods, action: periods, fields: period },
  'a legal hold': { by: officer, page: atData, action: `${atData}/wstrzymanie`, fields: { reason: 'Spór w sądzie' } },
  'the end of a legal hold': {
    by: officer,
    page: atData,
    action: `${atData}/wstrzymanie`,
    fields: { reason: 'Ugoda' },
  },
  'an erasure': {
    by: officer,
    page: atData,
    action: `${atData}/usuniecie`,
    fields: { basis: 'order', confirmed: 'yes' },
  },
}

for (const [name, { by, page, action, fields }] of Object.entries(forms)) {
  test(`${name}, sent twice, is done once and leads where it led`, async () => {
    const form = { ...hiddenIn((await by.get(page)).text, action), ...fields }
    const first = await by.post(action, form)
    assert.equal(first.status, 303, first.text.slice(0, 2000))
    const second = await by.post(action, form)
    assert.equal(second.status, 303, 'a second click is no mistake')
    assert.equal(second.location, first.location)
  })
}
