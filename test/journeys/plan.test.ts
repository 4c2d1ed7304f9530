import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { picture, whyNoBrowser, type Sight } from '../browser.ts'
import { signIn } from '../site.ts'
import { openStage, sayScripts } from './journey.ts'
import * as steps from './steps.ts'

const skip = whyNoBrowser()
const stage = skip === undefined ? await openStage() : undefined
after(() => stage?.close())

const ways: (Sight & { resident: steps.Resident })[] = [
  { width: 1280, scripts: false, resident: { givenName: 'Halina', familyName: 'Wierzbowa', birthYear: '1961' } },
  { width: 1280, scripts: true, resident: { givenName: 'Stefan', familyName: 'Topolowy', birthYear: '1954' } },
]

for (const { resident, ...sight } of ways) {
  test(`from a reported need to an approved plan, ${sayScripts(sight)}`, { skip: skip ?? false }, async () => {
    const { site, as } = stage!
    const code = await as(sight, (page) => steps.reportNeed(page, resident))
    await as(sight, async (page) => {
      await signIn(page, site, 'front-desk')
      await steps.registerApplication(page, resident, site.account('plan-coordinator').name)
    })
    await as(sight, async (page) => {
      await signIn(page, site, 'plan-coordinator')
      await picture(page, 'desk-coordinator')
      await steps.recogniseNeeds(page, resident)
      await steps.makePlan(page, resident)
    })
    await as(sight, async (page) => {
      await signIn(page, site, 'director')
      const document = await steps.approvePlan(page, resident)
      assert.equal(document.subarray(0, 5).toString(), '%PDF-')
      assert.ok(document.length > 5_000)
    })
    await as({ width: 320, scripts: sight.scripts }, async (page) => {
      await steps.openCase(page, code, resident)
      assert.match(await page.getByRole('main').innerText(), /Plan jest zatwierdzony/)
      await picture(page, 'my-case-approved')
    })
    await as(sight, async (page) => {
      await signIn(page, site, 'service-organiser')
      await page.getByRole('link', { name: 'Luki' }).first().click()
      await picture(page, 'gaps')
      assert.match(await page.getByRole('main').innerText(), /zgłoszona/i)
    })
    await as(sight, async (page) => {
      await signIn(page, site, 'data-protection-officer')
      await page.getByRole('link', { name: 'Dziennik' }).first().click()
      await picture(page, 'audit')
      const told = await page.getByRole('main').innerText()
      assert.match(told, /plan/i)
      assert.match(told, new RegExp(site.account('director').name))
    })
  })
}
