import { render } from 'preact-render-to-string'
import type { Assets } from '#platform/assets.ts'
import type { Lang } from '#platform/i18n.ts'
import { tooFastTextEn } from './too-fast-text.en.ts'
import { tooFastTextPl, type TooFastText } from './too-fast-text.pl.ts'
import { tooFastTextUk } from './too-fast-text.uk.ts'

const texts: Record<Lang, TooFastText> = { pl: tooFastTextPl, uk: tooFastTextUk, en: tooFastTextEn }

/** What somebody reads who was refused for asking too fast: the same bytes at every centre, drawn once. */
export function tooFastPage(assets: Assets): (lang: Lang) => Uint8Array<ArrayBuffer> {
  const draw = (lang: Lang) =>
    Buffer.from(`<!doctype html>${render(<Document lang={lang} sheet={assets.url('public.css')} />)}`)
  const pages = { pl: draw('pl'), uk: draw('uk'), en: draw('en') }
  return (lang) => pages[lang]
}

const Document = ({ lang, sheet }: { lang: Lang; sheet: string }) => {
  const { title, lead, form, why } = texts[lang]
  return (
    <html lang={lang} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={sheet} />
      </head>
      <body class="govuk-template__body">
        <main class="govuk-width-container govuk-main-wrapper">
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body-l">{lead}</p>
          <p class="govuk-body">{form}</p>
          <p class="govuk-body">{why}</p>
        </main>
      </body>
    </html>
  )
}
