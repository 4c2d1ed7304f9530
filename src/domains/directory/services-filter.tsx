import type { Link } from '#ui/link.ts'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { useFrame, useText } from '#ui/frame.tsx'
import { Select } from '#ui/select.tsx'
import type { ServiceQuery } from './search-services.ts'
import type { District, Named } from './service-type.ts'
import { toAddress } from './services-address.ts'
import { useDirectoryText } from './spoken.tsx'
import { textIn } from './text-in-languages.ts'

/** What can be chosen in the filter. */
export interface Choices {
  groups: readonly Named[]
  areas: readonly Named[]
  districts: readonly District[]
}

/** The fields below the search box; all of them and the words are one GET form. */
export const FilterFields = ({ query, choices }: { query: ServiceQuery; choices: Choices }) => {
  const t = useDirectoryText()
  const { lang } = useFrame()
  const named = (all: readonly Named[]) => all.map(({ code, name }) => ({ value: code, text: textIn(name, lang).text }))
  const any = { value: '', text: t.search.any }
  const features = [
    { value: 'bezplatne', text: t.search.free },
    { value: 'otwarte', text: t.search.openNow },
    { value: 'bez-schodow', text: t.search.stepFree },
  ]
  const districts = choices.districts.map(({ number, name }) => ({ value: String(number), text: name }))
  return (
    <>
      <Select name="grupa" label={t.search.group} options={[any, ...named(choices.groups)]} value={query.group} />
      <Select name="obszar" label={t.search.area} options={[any, ...named(choices.areas)]} value={query.area} />
      <Select
        name="okreg"
        label={t.search.district}
        options={[any, ...districts]}
        value={query.district === undefined ? undefined : String(query.district)}
      />
      <Checkboxes name="cechy" label={t.search.features} items={features} values={featuresOf(query)} small />
    </>
  )
}

const featuresOf = ({ free, openNow, stepFree }: ServiceQuery): string[] => [
  ...(free ? ['bezplatne'] : []),
  ...(openNow ? ['otwarte'] : []),
  ...(stepFree ? ['bez-schodow'] : []),
]

/** What is chosen now, each with the address of the same search without it. */
export const ChosenFilters = ({ chosen }: { chosen: readonly Link[] }) => {
  const t = useText()
  const { href } = useFrame()
  if (chosen.length === 0) return null
  return (
    <div class="moj-filter__selected">
      <h2 class="splot-filter__chosen">{t.chosenFilters}</h2>
      <ul class="moj-filter-tags">
        {chosen.map(({ text, href: without }) => (
          <li>
            <a class="moj-filter__tag" href={without}>
              <span class="govuk-visually-hidden">{t.removeFilter} </span>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <a class="govuk-link" href={href('/uslugi')}>
        {t.clearFilter}
      </a>
    </div>
  )
}

/** The links that take one filter away. */
export function useChosen(query: ServiceQuery, choices: Choices, typeName: string | undefined): Link[] {
  const t = useDirectoryText()
  const { lang, href } = useFrame()
  const nameOf = (all: readonly Named[], code: string | undefined) => {
    const found = all.find((one) => one.code === code)
    return found && textIn(found.name, lang).text
  }
  const district = choices.districts.find(({ number }) => number === query.district)?.name
  const chosen: [text: string | undefined, without: Partial<ServiceQuery>][] = [
    [typeName, { type: undefined }],
    [nameOf(choices.groups, query.group), { group: undefined }],
    [nameOf(choices.areas, query.area), { area: undefined }],
    [district, { district: undefined }],
    [query.free ? t.search.free : undefined, { free: undefined }],
    [query.openNow ? t.search.openNow : undefined, { openNow: undefined }],
    [query.stepFree ? t.search.stepFree : undefined, { stepFree: undefined }],
  ]
  return chosen.flatMap(([text, without]) =>
    text === undefined ? [] : [{ text, href: href(toAddress({ ...query, ...without })) }],
  )
}
