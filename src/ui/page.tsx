import type { ComponentChild, ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import { defaultTheme, themePath } from '#platform/theme.ts'
import { isStaff } from '#platform/actor.ts'
import { href, langs } from '#platform/i18n.ts'
import { answerHtml, type Ctx, type PageStatus } from '#platform/web.ts'
import { classes } from './class-names.ts'
import { EmergencyNotice } from './emergency-notice.tsx'
import { Footer } from './footer.tsx'
import { FrameProvider, frameOf, type Frame } from './frame.tsx'
import { Header } from './header.tsx'
import { Kept } from './kept.tsx'
import type { Link } from './link.ts'
import { isStaffPath, sectionsFor } from './sections.ts'
import { SignOut } from './sign-out.tsx'
import { SkipLink } from './skip-link.tsx'
import { StaffHeader } from './staff-header.tsx'
import { uiText } from './text.ts'

export interface Page {
  title: string
  body: ComponentChild
  /** 422 puts "Błąd:" before the title, so that a screen reader says it first. */
  status?: PageStatus
  /** The whole width instead of a line of reading length. */
  wide?: boolean
  /** Above the main part: a back link or breadcrumbs. */
  before?: ComponentChild
  /** Public pages: the site's sections. Staff pages: the sections of the workplace, as the role allows. */
  navigation?: readonly Link[]
  /** A page of the workplace: the larger style sheet, the staff menu, sign-out. */
  staff?: boolean
  noindex?: boolean
  /** Until when the record on this page is open in an emergency. Taken from the request. */
  emergencyUntil?: Temporal.Instant | undefined
}

/**
 * Answers a request with a page. The address decides which sheet, menu and sections it gets: what lies under `/praca`
 * is the workplace.
 */
export function page(c: Ctx, content: Page): Response {
  const { actor } = c.var
  const frame = frameFor(c)
  const html = renderPage(frame, {
    staff: isStaffPath(frame.path) && isStaff(actor),
    navigation: sectionsFor(frame, actor),
    emergencyUntil: (c.var.tx as Ctx['var']['tx'] | undefined)?.emergency?.until,
    ...content,
  })
  return answerHtml(c, html, content.status ?? 200)
}

/** What the request tells its page. */
export function frameFor(c: Ctx): Frame {
  const { lang, path, tenant, assets, actor } = c.var
  const user = isStaff(actor) ? { name: actor.name, roles: actor.roles } : undefined
  return frameOf({ lang, path, tenant, assets, user })
}

/** The whole document as text. */
export const renderPage = (frame: Frame, page: Page): string =>
  `<!doctype html>${render(
    <FrameProvider value={frame}>
      <Document frame={frame} page={page} />
    </FrameProvider>,
  )}`

const Document = ({ frame, page }: { frame: Frame; page: Page }) => (
  <html lang={frame.lang} class="govuk-template">
    <Head frame={frame} page={page} />
    <body class={classes('govuk-template__body', page.staff && 'splot-staff')}>
      <SkipLink />
      {page.staff ? (
        <StaffHeader sections={page.navigation ?? []} signOut={<SignOut />} />
      ) : (
        <Header navigation={page.navigation} />
      )}
      <main class="splot-main" id="tresc" tabIndex={-1}>
        <div class="govuk-width-container govuk-main-wrapper">
          {page.before}
          {page.emergencyUntil && <EmergencyNotice until={page.emergencyUntil} />}
          {page.wide ? page.body : <Reading>{page.body}</Reading>}
        </div>
      </main>
      <Kept of={frame.tenant} as="footer">
        <Footer />
      </Kept>
    </body>
  </html>
)

const Reading = ({ children }: { children: ComponentChildren }) => <div class="splot-reading">{children}</div>

const Head = ({ frame, page }: { frame: Frame; page: Page }) => {
  const { lang, tenant, assets, path } = frame
  const error = page.status === 422 ? `${uiText[lang].error}: ` : ''
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${error}${page.title} – ${tenant.name}`}</title>
      {(page.staff || page.noindex) && <meta name="robots" content="noindex" />}
      {!page.staff && langs.map((other) => <link rel="alternate" hreflang={other} href={href(other, path)} />)}
      <Kept of={tenant} as={`look ${page.staff}`}>
        <Look tenant={tenant} sheet={assets.url(page.staff ? 'staff.css' : 'public.css')} assets={assets} />
      </Kept>
    </head>
  )
}

const Look = ({ tenant, sheet, assets }: Pick<Frame, 'tenant' | 'assets'> & { sheet: string }) => {
  const { brand, accent } = defaultTheme
  const theme = themePath({ brand: tenant.brand ?? brand, accent: tenant.accent ?? accent })
  return (
    <>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content={tenant.brand ?? brand} />
      <meta name="format-detection" content="telephone=no" />
      <link rel="icon" href={assets.url('mark.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={sheet} />
      {theme && <link rel="stylesheet" href={theme} />}
      <script type="module" src={assets.url('enhance.js')} />
    </>
  )
}
