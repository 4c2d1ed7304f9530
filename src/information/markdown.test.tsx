import assert from 'node:assert/strict'
import { test } from 'node:test'
import { render } from 'preact-render-to-string'
import { FrameProvider, frameOf } from '#ui/frame.tsx'
import { idOf, Markdown, sectionsOf } from './markdown.tsx'

const tenant = { name: 'CUS', phone: '56 000 00 00', phoneHours: '' }
const frame = frameOf({ lang: 'uk', path: '/pomoc', tenant, assets: { url: (name) => name } })
const draw = (text: string) =>
  render(
    <FrameProvider value={frame}>
      <Markdown text={text} />
    </FrameProvider>,
  )

test('markup in a text is shown, not obeyed', () => {
  const html = draw('Raz <script>alert(1)</script> <b>dwa</b>\n\n<img src=x onerror=alert(1)>\n\n**<i>trzy</i>**')
  assert.doesNotMatch(html, /<(script|img|b|i)[\s>]/)
  assert.match(html, /&lt;script/)
  assert.match(html, /&lt;img src=x/)
})

test('an address that isn’t the site’s, https, a phone or e-mail is no link', () => {
  const away = [
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'http://a.example',
    'x:y',
  ]
  for (const address of away) assert.doesNotMatch(draw(`[tekst](<${address}>)`), /<a /, address)
  assert.match(draw('[tekst](/uslugi)'), /<a class="govuk-link" href="\/uk\/uslugi">tekst<\/a>/)
  assert.match(draw('[tekst](../dyrektor.md#zwroc-plan)'), /href="\/uk\/pomoc\/dyrektor#zwroc-plan"/)
  assert.match(draw('[tekst](https://uodo.gov.pl/)'), /href="https:\/\/uodo\.gov\.pl\/"/)
})

test('lists, emphasis and headings become the site’s own elements; the title is left to the page', () => {
  const html = draw('# Tytuł\n\n## Krok\n\n1. **Zacznij**\n2. _Dalej_\n\n- `kod`')
  assert.doesNotMatch(html, /Tytuł/)
  assert.match(html, /<h2 class="govuk-heading-m" id="krok">Krok<\/h2>/)
  assert.match(html, /<ol class="govuk-list govuk-list--number"><li><strong>Zacznij<\/strong><\/li><li><em>Dalej/)
  assert.match(html, /<ul class="govuk-list govuk-list--bullet"><li><code>kod<\/code>/)
})

test('a heading’s id keeps what an address can hold', () => {
  assert.equal(idOf('Zgłoś potrzebę, już!'), 'zglos-potrzebe-juz')
  assert.equal(idOf('Повідомте про її потребу'), 'повідомте-про-її-потребу')
  assert.deepEqual(sectionsOf('# A\n\n## Jak?\n\ntekst'), [{ id: 'jak', title: 'Jak?' }])
})
