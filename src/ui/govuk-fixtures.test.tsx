import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { htmlShape } from '#test/html-shape.ts'
import { renderers } from '#test/govuk-fixtures.tsx'
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

const draw = (drawn: VNode) => render(<FrameProvider value={frame}>{drawn}</FrameProvider>)

let compared = 0
let published = 0

for (const [component, { draw: drawFixture, ignore = [], without: absent = /$^/ }] of Object.entries(renderers)) {
  test(`${component} is drawn as govuk-frontend draws it`, async (t) => {
    const url = import.meta.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`)
    const { fixtures } = JSON.parse(await readFile(new URL(url), 'utf8')) as { fixtures: Fixture[] }
    let own = 0
    for (const { name, options, html } of fixtures) {
      const drawn = drawFixture(options)
      if (!drawn) continue
      const excused = new Set([...ignored, ...ignore])
      assert.deepEqual(
        htmlShape(draw(drawn).replace(absent, ''), excused),
        htmlShape(html, excused),
        `${component}: ${name}`,
      )
      own += 1
    }
    assert.ok(own > 0, `no fixture of ${component} was compared`)
    compared += own
    published += fixtures.length
    t.diagnostic(`${component}: ${own} of ${fixtures.length} fixtures compared`)
  })
}

test('most of what our props can say is compared', (t) => {
  t.diagnostic(`${compared} of ${published} fixtures compared`)
  assert.ok(compared >= 175, `only ${compared} of ${published}`)
})

test('a difference of one class is caught', () => {
  assert.notDeepEqual(htmlShape('<p class="a b">x</p>'), htmlShape('<p class="a">x</p>'))
  assert.deepEqual(htmlShape('<p class="b a">x &amp; y</p>'), htmlShape('<p  class="a b">\n x &amp; y</p>'))
})
