import { Hono } from 'hono'
import { valueOf } from '#platform/forms.ts'
import { type Ctx, type Deps, type Env, found, queryValues } from '#platform/web.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { frameFor, page } from '#ui/page.tsx'
import { uiText } from '#ui/text.ts'
import { directoryIndex } from './directory-index.ts'
import { guideAt } from './guide.ts'
import { GuidePage, GuideResultPage } from './guide-page.tsx'
import { HomePage } from './home-page.tsx'
import { fitsFilter } from './offer.ts'
import { findOrganisationBySlug, findServiceBySlug } from './offer-queries.ts'
import { OrganisationPage } from './organisation-page.tsx'
import { searchServices, servicesOfTypes } from './search-services.ts'
import { ServicePage } from './service-page.tsx'
import { ServicesPage } from './services-page.tsx'
import { fromAddress, toAddress } from './services-address.ts'
import { textIn } from './text-in-languages.ts'
import { directoryText } from './text.ts'

/** Pages that are the same for everyone, so that their bytes may be kept. */
export const publicPages = ['/', '/uslugi', '/uslugi/*', '/wykonawcy/*', '/nie-wiem'] as const

export const directoryRoutes = (_deps: Deps): Hono<Env> =>
  new Hono<Env>()
    .get('/', (c) => page(c, { title: directoryText[c.var.lang].home.title, body: <HomePage />, wide: true }))
    .get('/uslugi', (c) => showServices(c))
    .get('/uslugi/:slug', (c) => showService(c))
    .get('/wykonawcy/:slug', (c) => showOrganisation(c))
    .get('/nie-wiem', (c) => showGuide(c))

async function showServices(c: Ctx): Promise<Response> {
  const { tx, now, lang } = c.var
  const values = queryValues(c)
  const query = fromAddress(values)
  const choices = await directoryIndex(tx)
  const isBare = toAddress(query) === '/uslugi'
  const results = isBare ? undefined : await searchServices(tx, query)
  const t = directoryText[lang].search
  return page(c, {
    title: query.words === undefined ? t.title : t.resultsFor(query.words),
    wide: true,
    noindex: !isBare,
    body: (
      <ServicesPage
        query={query}
        choices={choices}
        types={choices.types}
        results={results}
        pageNumber={Number(valueOf(values, 'strona')) || 1}
        now={now}
      />
    ),
  })
}

async function showService(c: Ctx): Promise<Response> {
  const { tx, now, lang } = c.var
  const { types, offers } = await directoryIndex(tx)
  const slug = slugOf(c)
  const offer = found(offers.find((active) => active.slug === slug) ?? (await findServiceBySlug(tx, slug)))
  const type = found(types.find(({ id }) => id === offer.service_type_id))
  const others = offers.filter((other) => fitsFilter(other, { typeIds: [type.id] }) && other.id !== offer.id)
  return page(c, {
    title: offer.name,
    before: trail(c, [
      { text: directoryText[lang].search.title, path: '/uslugi' },
      { text: textIn(type.name, lang).text, path: `/uslugi?typ=${type.slug}` },
    ]),
    body: <ServicePage offer={offer} type={type} others={others} now={now} />,
  })
}

async function showOrganisation(c: Ctx): Promise<Response> {
  const { tx, now, lang } = c.var
  const organisation = found(await findOrganisationBySlug(tx, slugOf(c)))
  const { offers: all } = await directoryIndex(tx)
  const offers = all.filter((offer) => fitsFilter(offer, { organisationId: organisation.id }))
  return page(c, {
    title: organisation.name,
    before: trail(c, [{ text: directoryText[lang].search.title, path: '/uslugi' }]),
    body: <OrganisationPage organisation={organisation} offers={offers} now={now} />,
  })
}

async function showGuide(c: Ctx): Promise<Response> {
  const { tx, now, lang } = c.var
  const values = queryValues(c)
  const at = guideAt((name) => valueOf(values, name))
  const { title } = directoryText[lang].guide
  if (!('types' in at)) {
    const { districts } = await directoryIndex(tx)
    const missing = valueOf(values, 'krok') === String(at.number)
    const body = <GuidePage step={at} districts={districts} missing={missing} />
    return page(c, { title, body, noindex: true, status: missing ? 422 : 200 })
  }
  const { types, district, urgent, situation } = at
  const results = await servicesOfTypes(tx, types, district)
  const sensitive = situation.code === 'kryzys'
  const body = <GuideResultPage found={results} urgent={urgent} sensitive={sensitive} now={now} />
  return page(c, { title, body, noindex: true })
}

/** What isn't a slug can't name anything: 404, before the database is asked. */
function slugOf(c: Ctx): string {
  const slug = c.req.param('slug') ?? ''
  return found(/^[a-z0-9-]{1,200}$/.test(slug) ? slug : undefined)
}

/** The way from the home page down to here. */
function trail(c: Ctx, steps: { text: string; path: string }[]) {
  const { href, lang } = frameFor(c)
  const items = steps.map(({ text, path }) => ({ text, href: href(path) }))
  return <Breadcrumbs items={[{ text: uiText[lang].homePage, href: href('/') }, ...items]} />
}
