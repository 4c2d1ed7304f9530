import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import test from 'node:test'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { htmlShape } from '#test/html-shape.ts'
import { renderers } from '#test/govuk-fixtures.tsx'
import { readLeftOut } from '#test/govuk-options.ts'
import { asChildren, withoutRawTags, withoutStateClasses } from '#test/govuk-raw.tsx'
import { FrameProvider, frameOf } from './frame.tsx'

interface Fixture {
  name: string
  options: Record<string, unknown>
  html: string
}

const frame = frameOf({
  lang: 'en',
  path: '/',
  tenant: { name: 'A centre', phone: '56 611 00 00', phoneHours: 'Mon–Fri' },
  assets: { url: (name) => `/assets/${name}` },
})

/** What differs on purpose: we run none of their scripts, our summary can be focused without one, our cells name their column. */
const ignored = new Set(['data-module', 'data-error-summary', 'tabindex', 'xmlns', 'data-column'])

const draw = (drawn: VNode) => withoutRawTags(render(<FrameProvider value={frame}>{drawn}</FrameProvider>))

const componentsFolder = new URL('components/', import.meta.resolve('govuk-frontend/dist/govuk/index.scss'))

async function fixturesOf(component: string): Promise<Fixture[]> {
  const text = await readFile(new URL(`${component}/fixtures.json`, componentsFolder), 'utf8').catch(() => '')
  return text === '' ? [] : (JSON.parse(text) as { fixtures: Fixture[] }).fixtures
}

const published = (
  await Promise.all(
    (await readdir(componentsFolder)).map(async (component) => {
      const fixtures = await fixturesOf(component)
      return fixtures.map((fixture) => ({ component, ...fixture }))
    }),
  )
).flat()

interface Compared {
  key: string
  ours: string[]
  theirs: string[]
}

/** Our drawing of a fixture beside theirs; undefined where our props can't say what it says. */
function compare({ component, name, options, html }: Fixture & { component: string }): Compared | undefined {
  const { draw: drawFixture, ignore = [], without: absent = /$^/ } = renderers[component] ?? {}
  const drawn = drawFixture?.(asChildren(options))
  if (!drawn) return undefined
  const excused = new Set([...ignored, ...ignore])
  const ours = htmlShape(draw(drawn).replace(absent, ''), excused)
  return { key: `${component}: ${name}`, ours, theirs: htmlShape(withoutStateClasses(html), excused) }
}

const compared = published.map(compare).filter((one) => one !== undefined)
const leftOut = readLeftOut(await readFile(new URL('../../test/govuk-left-out.txt', import.meta.url), 'utf8'))

for (const component of Object.keys(renderers)) {
  test(`${component} is drawn as govuk-frontend draws it`, (t) => {
    const own = compared.filter(({ key }) => key.startsWith(`${component}: `))
    assert.ok(own.length > 0, `no fixture of ${component} was compared`)
    for (const { key, ours, theirs } of own) assert.deepEqual(ours, theirs, key)
    const all = published.filter((fixture) => fixture.component === component)
    t.diagnostic(`${component}: ${own.length} of ${all.length} fixtures compared`)
  })
}

test('every fixture is compared, or left out by name with the reason', (t) => {
  const reasons = new Map<string, number>()
  for (const reason of leftOut.values()) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  t.diagnostic(`${compared.length} of ${published.length} fixtures compared`)
  for (const [reason, count] of reasons) t.diagnostic(`${count} left out: ${reason}`)
  const keys = new Set(compared.map(({ key }) => key))
  const known = published.map(({ component, name }) => `${component}: ${name}`)
  assert.deepEqual(
    known.filter((key) => !keys.has(key) && !leftOut.has(key)),
    [],
    'neither compared nor left out by name',
  )
  assert.deepEqual(
    [...leftOut.keys()].filter((key) => keys.has(key) || !known.includes(key)),
    [],
    'left out, though compared or unknown',
  )
})

test('a difference of one class is caught', () => {
  assert.notDeepEqual(htmlShape('<p class="a b">x</p>'), htmlShape('<p class="a">x</p>'))
  assert.deepEqual(htmlShape('<p class="b a">x &amp; y</p>'), htmlShape('<p  class="a b">\n x &amp; y</p>'))
})
