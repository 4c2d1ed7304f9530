import type { KnownBad } from './known-bad.ts'

type Parts = Pick<KnownBad, 'body' | 'css' | 'lang'>

/** A page that is clean in Polish on a phone, and has its fault only in another language or at a desk. */
export interface KnownLater {
  fault: string
  check: RegExp
  first: Parts
  later: Parts & { width?: 1280 }
}

const both = (css: string, body: string) => ({ first: { css, body }, later: { css, body, width: 1280 as const } })

/** What the gate asks axe only once must not be among these. */
export const knownLater: KnownLater[] = [
  {
    fault: 'a button that says another word',
    check: /axe label-content-name-mismatch/,
    first: { body: '<form action="/"><button aria-label="Wyślij teraz">Wyślij</button></form>' },
    later: { lang: 'uk', body: '<form action="/"><button aria-label="Закрити">Надіслати</button></form>' },
  },
  {
    fault: 'two parts of one name',
    check: /axe landmark-unique/,
    first: { body: '<nav aria-label="Menu"></nav><nav aria-label="Strony"></nav>' },
    later: { lang: 'uk', body: '<nav aria-label="Сторінки"></nav><nav aria-label="Сторінки"></nav>' },
  },
  {
    fault: 'a link without words',
    check: /axe link-name/,
    first: { body: '<p class="line"><a href="/">Pomoc</a></p>' },
    later: { lang: 'uk', body: '<p class="line"><a href="/"></a></p>' },
  },
  {
    fault: 'an image without a text',
    check: /axe image-alt/,
    first: { body: '<img src="/mark.svg" alt="Dwie nici">' },
    later: { lang: 'uk', body: '<img src="/mark.svg">' },
  },
  {
    fault: 'a heading level left out',
    check: /axe heading-order/,
    first: { body: '<h2>Kroki</h2>' },
    later: { lang: 'uk', body: '<h4>Кроки</h4>' },
  },
  {
    fault: 'pale text',
    check: /axe color-contrast/,
    ...both('@media (min-width: 600px) { .pale { color: #999 } }', '<p class="pale">Blady.</p>'),
  },
  {
    fault: 'a heading that shows',
    check: /axe heading-order/,
    ...both('@media (max-width: 600px) { h4 { display: none } }', '<h4>Za głęboko</h4>'),
  },
]
