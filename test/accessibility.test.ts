import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openLanes } from './accessibility/lanes.ts'
import { findPages } from './accessibility/pages.ts'
import { readResult, resultOf, writeResult } from './accessibility/result.ts'
import { buildWorld } from './accessibility/world.ts'
import { openBrowser, whyNoBrowser } from './browser.ts'
import { openSite } from './site.ts'

const none = (faults: string[]): void => assert.ok(faults.length === 0, `\n${faults.join('\n')}`)

/** Every page of the program, as test/README.md tells. */
const skip = whyNoBrowser()
if (skip !== undefined) test('every page can be used by everyone', { skip }, () => {})
else await lookAtEverything()

async function lookAtEverything(): Promise<void> {
  const site = await openSite()
  const browser = await openBrowser()
  after(async () => {
    await browser.close()
    await site.stop()
  })
  const world = await buildWorld(site)
  const { visits, unknown, dead } = await findPages(site, world)
  const lanes = await openLanes(browser, site, world)

  test('every page is known to this test', () => none(unknown))
  test('no link leads nowhere', () => none(dead))
  for (const visit of visits) {
    test(`${visit.path} can be used by everyone (seen by: ${visit.person})`, async () => {
      none(await lanes.look(visit))
    })
  }
  test('every title tells its page from the others', () => {
    const same = [...lanes.titles].filter(([, routes]) => routes.size > 1)
    none(same.map(([title, routes]) => `${title} (${[...routes].join(', ')})`))
  })
  for (const visit of visits) {
    test(`${visit.path} says what needs correcting (seen by: ${visit.person})`, async () => {
      none(await lanes.refuse(visit))
    })
  }
  test('the accessibility statement says what was found', async (context) => {
    if (lanes.seen.size < visits.length) return context.skip('only some of the pages were looked at')
    const result = resultOf(lanes, visits, Temporal.Now.plainDateISO('Europe/Warsaw'))
    if (process.env['STATEMENT'] === 'write') await writeResult(result)
    const { faults, pages } = await readResult()
    const stated = { faults, pages }
    assert.deepEqual(
      stated,
      { faults: result.faults, pages: result.pages },
      'the result is old: run with STATEMENT=write',
    )
  })
  test('how much was looked at', (context) => {
    const { looks, walks, refusals } = lanes.counts
    context.diagnostic(`${visits.length} pages, ${looks} views, ${walks} walks by Tab, ${refusals} refused forms`)
  })
}
