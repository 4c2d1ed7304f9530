import { useFrame, useText } from '#ui/frame.tsx'
import { Kept } from '#ui/kept.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { FoundTypeSection, TypeLinks } from './found-types.tsx'
import type { ServiceQuery, ServiceResults } from './search-services.ts'
import type { Named, ServiceType } from './service-type.ts'
import { type Choices, ChosenFilters, FilterFields, useChosen } from './services-filter.tsx'
import { toAddress } from './services-address.ts'
import { Said, useDirectoryText } from './spoken.tsx'
import { textIn } from './text-in-languages.ts'
import { WayOn } from './way-on.tsx'

export interface ServicesPageProps {
  query: ServiceQuery
  choices: Choices
  /** Undefined on the bare page, which shows all types by area instead. */
  results: ServiceResults | undefined
  types: readonly ServiceType[]
  pageNumber: number
  now: Temporal.Instant
}

export const TYPES_ON_PAGE = 10

export const ServicesPage = (props: ServicesPageProps) => {
  const { query, choices, results, types } = props
  const t = useDirectoryText()
  const ui = useText()
  const { href, lang } = useFrame()
  const type = types.find(({ slug }) => slug === query.type)
  const chosen = useChosen(query, choices, type && textIn(type.name, lang).text)
  return (
    <>
      <h1 class="govuk-heading-l">{t.search.title}</h1>
      <form action={href('/uslugi')} method="get">
        <Words value={query.words} />
        {type && <input type="hidden" name="typ" value={type.slug} />}
        <div class="splot-filter-layout">
          <div class="splot-filter-layout__filter">
            <details class="moj-filter splot-filter">
              <summary class="moj-filter__header">
                {ui.filter}
                {chosen.length > 0 && ` (${chosen.length})`}
              </summary>
              <div class="moj-filter__content moj-filter__options">
                <h2 class="govuk-heading-s splot-filter__desk-title">{ui.filter}</h2>
                <Kept of={choices} as={toAddress({ ...query, words: undefined, type: undefined })}>
                  <FilterFields query={query} choices={choices} />
                </Kept>
                <button type="submit" class="govuk-button">
                  {ui.applyFilter}
                </button>
              </div>
            </details>
          </div>
          <div class="splot-filter-layout__list">
            <ChosenFilters chosen={chosen} />
            {results === undefined ? (
              <Kept of={choices} as="all types">
                <AllTypes types={types} areas={choices.areas} />
              </Kept>
            ) : (
              <Results {...props} results={results} />
            )}
          </div>
        </div>
      </form>
      <WayOn title={t.search.stillNothing} />
    </>
  )
}

const Words = ({ value }: { value: string | undefined }) => {
  const t = useDirectoryText()
  const ui = useText()
  return (
    <search class="splot-search">
      <label class="govuk-label govuk-label--s" for="q">
        {t.search.label}
      </label>
      <div id="q-hint" class="govuk-hint">
        {t.search.example}
      </div>
      <div class="splot-search__line">
        <input
          class="govuk-input splot-search__input"
          id="q"
          name="q"
          type="search"
          value={value}
          autocomplete="off"
          aria-describedby="q-hint"
        />
        <button type="submit" class="govuk-button splot-search__button">
          {ui.search}
        </button>
      </div>
    </search>
  )
}

const Results = ({ query, results, pageNumber, now }: ServicesPageProps & { results: ServiceResults }) => {
  const t = useDirectoryText()
  const { href } = useFrame()
  const { found, nearest } = results
  if (found.length === 0) return <NothingFound nearest={nearest} />
  const pages = Math.ceil(found.length / TYPES_ON_PAGE)
  const at = Math.min(Math.max(1, pageNumber), pages)
  const address = toAddress(query)
  const pageHref = (page: number) => href(`${address}${address.includes('?') ? '&' : '?'}strona=${page}`)
  return (
    <>
      <p class="govuk-body">
        {t.search.found(
          found.length,
          found.reduce((sum, { offers }) => sum + offers.length, 0),
        )}
      </p>
      {found.slice((at - 1) * TYPES_ON_PAGE, at * TYPES_ON_PAGE).map((one, place) => (
        <FoundTypeSection found={one} now={now} most={mostOffers(query, place)} />
      ))}
      <Pagination page={at} pages={pages} hrefOf={pageHref} />
    </>
  )
}

/** One type shows all its offers; the best of several show a few, and the rest only say how many there are. */
function mostOffers(query: ServiceQuery, place: number): number {
  if (query.type !== undefined) return Infinity
  if (query.words === undefined) return 2
  return place < 3 ? 3 : 0
}

const NothingFound = ({ nearest }: { nearest: readonly ServiceType[] }) => {
  const t = useDirectoryText()
  return (
    <>
      <h2 class="govuk-heading-m">{t.search.nothing}</h2>
      <p class="govuk-body">{t.search.nothingWhy}</p>
      {nearest.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{t.search.nearest}</h3>
          <TypeLinks types={nearest} />
        </>
      )}
    </>
  )
}

/** Every type once, under the first of its areas. */
const AllTypes = ({ types, areas }: { types: readonly ServiceType[]; areas: readonly Named[] }) => {
  const t = useDirectoryText()
  const byArea = Map.groupBy(types, (type) => type.areas[0])
  return (
    <>
      <h2 class="govuk-heading-m">{t.search.browse}</h2>
      <p class="govuk-body">{t.search.browseWhy}</p>
      {areas.map(({ code, name }) => {
        const own = byArea.get(code)
        return (
          own && (
            <section>
              <h3 class="govuk-heading-s splot-area">
                <Said texts={name} />
              </h3>
              <TypeLinks types={own} />
            </section>
          )
        )
      })}
    </>
  )
}
