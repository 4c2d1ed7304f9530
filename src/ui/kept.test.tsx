import assert from 'node:assert/strict'
import test from 'node:test'
import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import type { Lang } from '#platform/i18n.ts'
import { FrameProvider, frameOf, useFrame, type Centre, type Frame } from './frame.tsx'
import { Kept } from './kept.tsx'

const aCentre = (name = 'CUS <Próba>'): Centre => ({ name, phone: '56 611 00 00', phoneHours: 'pon.–pt. 7–15' })
const aFrame = (tenant: Centre, lang: Lang = 'pl', known: Partial<Frame> = {}) =>
  frameOf({ lang, path: '/', tenant, assets: { url: (name) => name }, ...known })

const drawIn = (frame: Frame, children: ComponentChildren) =>
  render(<FrameProvider value={frame}>{children}</FrameProvider>)

let drawn = 0
const Sign = ({ text }: { text: string }) => {
  const { lang, tenant } = useFrame()
  drawn += 1
  return (
    <p title={text}>
      {text} {lang} {tenant.name}
    </p>
  )
}
const sign = (thing: { text: string }, as = 'sign') => (
  <Kept of={thing} as={as}>
    <Sign text={thing.text} />
  </Kept>
)

test('a fragment is drawn once, and the second text is the very same, escaped once', () => {
  const frame = aFrame(aCentre())
  const thing = { text: '<b>"&amp;' }
  drawn = 0
  const first = drawIn(frame, sign(thing))
  assert.equal(first, '<p title="&lt;b>&quot;&amp;amp;">&lt;b>&quot;&amp;amp; pl CUS &lt;Próba></p>')
  assert.equal(drawIn(frame, sign(thing)), first)
  assert.equal(drawn, 1)
})

test('what stands around and between fragments is drawn as ever', () => {
  const thing = { text: 'a' }
  const frame = aFrame(aCentre('C'))
  const both = () =>
    drawIn(
      frame,
      <div>
        &lt;{sign(thing)}b{sign(thing)}
      </div>,
    )
  assert.equal(both(), '<div>&lt;<p title="a">a pl C</p>b<p title="a">a pl C</p></div>')
  assert.equal(both(), both())
})

test('changed data, another language and another centre never show an older fragment', () => {
  const centre = aCentre('A')
  const thing = { text: 'old' }
  drawIn(aFrame(centre), sign(thing))
  assert.match(drawIn(aFrame(centre), sign({ text: 'new' })), /new pl A/)
  assert.match(drawIn(aFrame(centre, 'uk'), sign(thing)), /old uk A/)
  assert.match(drawIn(aFrame(aCentre('B')), sign(thing)), /old pl B/)
  assert.match(drawIn(aFrame({ ...centre, name: 'renamed' }), sign(thing)), /old pl renamed/)
  assert.match(drawIn(aFrame(centre), sign(thing)), /old pl A/)
})

test('two fragments of one thing are told apart by their names', () => {
  const frame = aFrame(aCentre())
  const thing = { text: 'a' }
  drawIn(frame, sign(thing))
  const other = drawIn(
    frame,
    <Kept of={thing} as="other">
      <i>x</i>
    </Kept>,
  )
  assert.equal(other, '<i>x</i>')
})

test('on a page of someone signed in nothing is kept and nothing kept is shown', () => {
  const tenant = aCentre()
  const thing = { text: 'a' }
  const user = { name: 'Iga Bez', roles: [] }
  const Greeting = () => <p>{useFrame().user?.name ?? 'nobody'}</p>
  const greeting = (
    <Kept of={thing} as="greeting">
      <Greeting />
    </Kept>
  )
  assert.equal(drawIn(aFrame(tenant, 'pl', { user }), greeting), '<p>Iga Bez</p>')
  assert.equal(drawIn(aFrame(tenant), greeting), '<p>nobody</p>')
  assert.equal(drawIn(aFrame(tenant, 'pl', { user }), greeting), '<p>Iga Bez</p>')
})

test('one thing keeps no more than thirty texts; the oldest goes first', () => {
  const frame = aFrame(aCentre())
  const thing = { text: 'a' }
  for (let each = 0; each < 31; each++) drawIn(frame, sign(thing, `${each}`))
  drawn = 0
  drawIn(frame, sign(thing, '30'))
  assert.equal(drawn, 0)
  drawIn(frame, sign(thing, '0'))
  assert.equal(drawn, 1)
})
