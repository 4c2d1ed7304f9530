/** A little page with one fault, and the check that must say so. */
export interface KnownBad {
  fault: string
  check: RegExp
  /** Put in the place of the clean page's part of the same name. */
  html?: string
  body?: string
  css?: string
  script?: string
  lang?: string
  title?: string
  refused?: boolean
}

const field = (label: string, input: string): string => `<p>${label}${input}</p>`

/** Faults that people really make, each alone on a page that is otherwise clean. */
export const knownBad: KnownBad[] = [
  { fault: 'an image without a text', check: /axe image-alt/, body: '<img src="/mark.svg">' },
  { fault: 'pale text', check: /axe color-contrast/, css: '.pale { color: #999 }', body: '<p class="pale">Blady.</p>' },
  {
    fault: 'a button that says another word',
    check: /axe label-content-name-mismatch/,
    body: '<form action="/"><button aria-label="Zamknij">Wyślij</button></form>',
  },
  { fault: 'a heading level left out', check: /axe heading-order/, body: '<h4>Za głęboko</h4>' },
  { fault: 'a list of something else', check: /axe list/, body: '<ul><p>Nie pozycja.</p></ul>' },
  {
    fault: 'the same id twice behind a label',
    check: /same-id/,
    body: `<p id="raz">A</p><p id="raz">B</p><form action="/"><label for="pole">Imię</label><input id="pole" aria-describedby="raz"></form>`,
  },
  {
    fault: 'a table whose headings lead nowhere',
    check: /axe (td-headers-attr|empty-table-header)/,
    body: '<table><tr><th></th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>',
  },
  {
    fault: 'a page that can not be enlarged',
    check: /axe meta-viewport/,
    html: '<meta name="viewport" content="width=device-width, user-scalable=no">',
  },
  { fault: 'two first headings', check: /one-h1/, body: '<h1>Drugi nagłówek</h1>' },
  { fault: 'a title that says nothing', check: /title/, title: 'Strona – CUS' },
  { fault: 'a link "tutaj"', check: /vague-link/, body: '<p>Więcej <a href="/">tutaj</a></p>' },
  { fault: 'an inline style', check: /inline|policy/, body: '<p style="margin: 0">Styl w dokumencie.</p>' },
  {
    fault: 'an inline handler',
    check: /inline|policy/,
    body: '<form action="/"><button onclick="send()">Wyślij</button></form>',
  },
  {
    fault: 'a button that needs a script',
    check: /needs-script/,
    body: '<form action="/"><button type="button">Pokaż</button></form>',
  },
  { fault: 'a script that fails', check: /console/, script: 'throw new Error("planted")' },
  { fault: 'a picture from elsewhere', check: /policy|stranger/, body: '<img alt="" src="https://example.org/a.png">' },
  { fault: 'a missing picture', check: /missing/, body: '<img alt="" src="/gone.png">' },
  {
    fault: 'motion without end',
    check: /moving/,
    css: '@keyframes spin { to { rotate: 1turn } } .spin { animation: spin 1s infinite }',
    body: '<p class="spin">Ruch.</p>',
  },
  { fault: 'something to drag', check: /dragging/, body: '<p draggable="true">Przesuń mnie.</p>' },
  { fault: 'the document in another language', check: /document-language/, lang: 'en' },
  { fault: 'unmarked Ukrainian', check: /language-of-parts/, body: '<p>Дзвоніть щодня.</p>' },
  {
    fault: 'unmarked Ukrainian in a label for screen readers',
    check: /language-of-parts/,
    body: '<p><a href="/" aria-label="Дзвоніть">Дзвоніть</a></p>',
  },
  {
    fault: 'unmarked English',
    check: /language-of-parts/,
    body: '<p>The phone number of the centre and its address.</p>',
  },
  {
    fault: 'a field without a label',
    check: /control-name/,
    body: '<form action="/"><input placeholder="Imię"></form>',
  },
  { fault: 'a button without words', check: /control-name/, body: '<form action="/"><button></button></form>' },
  {
    fault: 'a choice without its question',
    check: /question/,
    body: '<form action="/"><label class="line"><input type="radio" name="a">Tak</label></form>',
  },
  {
    fault: 'a description that is not there',
    check: /reference/,
    body: '<form action="/"><label for="imie">Imię</label><input id="imie" aria-describedby="gone"></form>',
  },
  {
    fault: 'an error that no field knows',
    check: /error-link/,
    refused: true,
    title: 'Błąd: imię – CUS',
    body: '<div class="govuk-error-summary"><a href="#imie">Wpisz imię</a></div><p class="govuk-error-message" id="imie-blad">Wpisz imię</p><form action="/"><label for="imie">Imię</label><input id="imie"></form>',
  },
  {
    fault: 'an error summary that leads to no field',
    check: /error-link/,
    refused: true,
    title: 'Błąd: imię – CUS',
    body: '<div class="govuk-error-summary"><a href="#gone">Wpisz imię</a></div>',
  },
  { fault: 'a refusal that looks like the first time', check: /error-summary|title/, refused: true },
  {
    fault: 'a field that refuses to be pasted into',
    check: /paste/,
    body: '<form action="/"><label for="kod">Kod</label><input id="kod"></form>',
    script: 'kod.addEventListener("paste", (event) => event.preventDefault())',
  },
  {
    fault: 'a box too wide for a phone',
    check: /reflow/,
    css: '.wide { width: 40rem }',
    body: '<p class="wide">Szeroko.</p>',
  },
  {
    fault: 'a word that does not break',
    check: /reflow/,
    css: '.nowrap { white-space: nowrap }',
    body: `<p class="nowrap">${'bardzo '.repeat(30)}</p>`,
  },
  {
    fault: 'a wide box behind a hidden overflow',
    check: /reflow|cut-text/,
    css: 'body { overflow-x: hidden } .wide { width: 40rem }',
    body: '<p class="wide">Szeroko i ucięte.</p>',
  },
  {
    fault: 'text that more room cuts off',
    check: /text-spacing/,
    css: '.tight { height: 20px; line-height: 20px; overflow: hidden }',
    body: '<p class="tight">Jeden wiersz.</p>',
  },
  {
    fault: 'text that more room lets run out of its box',
    check: /text-spacing/,
    css: '.fixed { height: 60px; width: 240px; line-height: 19px; word-spacing: -1px }',
    body: '<p class="fixed">Trzy wiersze tekstu, które zmieszczą się tylko wtedy, gdy stoją blisko siebie.</p>',
  },
  {
    fault: 'a small target',
    check: /target-size/,
    css: '.small { font-size: 9px; padding: 0; border: 0; line-height: 10px; display: block }',
    body: '<form action="/"><button class="small">Usuń wiersz</button><button class="small">Zmień wiersz</button></form>',
  },
  {
    fault: 'a field whose border does not show',
    check: /control-border/,
    css: '.faint { border: 1px solid #ddd; background: #fff }',
    body: '<form action="/"><label for="imie">Imię</label><input id="imie" class="faint"></form>',
  },
  { fault: 'no sign of the focus', check: /focus-visible/, css: 'a:focus { outline: none }' },
  {
    fault: 'a focus that goes behind a bar',
    check: /focus-obscured/,
    css: '.bar { position: fixed; inset: 0; background: #fff; z-index: 9 }',
    body: '<p><a href="/">Odsyłacz pod spodem</a></p><div class="bar">Pasek na wszystkim</div>',
  },
  {
    fault: 'a trap',
    check: /trap/,
    body: field('<label for="pole">Pole</label>', '<input id="pole"> <a href="/a">Dalej prosto</a>'),
    script: 'pole.addEventListener("keydown", (event) => event.key === "Tab" && event.preventDefault())',
  },
  {
    fault: 'an order against the page',
    check: /focus-order/,
    css: '.column { display: flex; flex-direction: column-reverse }',
    body: '<div class="column"><a href="/1">Pierwszy odsyłacz</a><a href="/2">Drugi odsyłacz</a></div>',
  },
  {
    fault: 'a jump in the order',
    check: /focus-order/,
    body: '<p><a href="/1" tabindex="3">Najpierw ten odsyłacz</a></p>',
  },
  {
    fault: 'a button out of reach',
    check: /keyboard|needs-script/,
    body: '<p><span role="button" tabindex="0" id="przycisk">Wyślij</span></p>',
    script: 'przycisk.addEventListener("focus", () => przycisk.blur())',
  },
  { fault: 'nothing to skip the menu by', check: /skip-link/, html: '<!-- no skip link -->' },
]
