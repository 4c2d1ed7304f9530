import { Hono } from 'hono'
import { draftDays } from '#platform/drafts.ts'
import { NotFound, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { AccessibilityPage } from './accessibility-page.tsx'
import { gateResult } from './accessibility-result.ts'
import { siteAddress, statementDays } from './accessibility.ts'
import { accessibilityText } from './accessibility-text.ts'
import { BackToHelp, HelpIndexPage, HelpPage } from './help-page.tsx'
import { helpText } from './help-text.ts'
import { isHelpSlug, readHelp } from './help.ts'
import { PrivacyPage } from './privacy-page.tsx'
import { privacyText } from './privacy-text.ts'

/** The same for everyone: these may be answered from memory. */
export const informationPages = ['/pomoc', '/pomoc/:slug', '/deklaracja-dostepnosci', '/twoje-dane']

/** What every page's footer leads to: help, the accessibility statement, what happens with personal data. */
export const informationRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/pomoc', async (c) => {
      const help = await readHelp('README', c.var.lang)
      return page(c, { title: helpText[c.var.lang].title, body: <HelpIndexPage help={help} /> })
    })
    .get('/pomoc/:slug', (c) => helpPage(c, c.req.param('slug')))
    .get('/deklaracja-dostepnosci', async (c) => {
      const site = await siteAddress(c.req.header('host') ?? new URL(c.req.url).host, deps)
      const body = <AccessibilityPage site={site} result={gateResult} days={statementDays} centre={c.var.tenant} />
      return page(c, { title: accessibilityText[c.var.lang].title, body })
    })
    .get('/twoje-dane', (c) => {
      const { name: centre, address, email, phone } = c.var.tenant
      const body = <PrivacyPage facts={{ centre, address, email, phone, draftDays }} />
      return page(c, { title: privacyText[c.var.lang].title, body })
    })

async function helpPage(c: Ctx, slug: string): Promise<Response> {
  if (!isHelpSlug(slug)) throw new NotFound('no such help')
  const { lang } = c.var
  const help = await readHelp(slug, lang)
  const body = <HelpPage slug={slug} help={help} />
  return page(c, { title: helpText[lang].topics[slug], before: <BackToHelp />, body })
}
