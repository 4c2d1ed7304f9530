import type { ComponentChildren } from 'preact'
import { useText } from './frame.tsx'
import type { Link } from './link.ts'

interface FilterLayoutProps {
  /** The address that the choice is added to; a filtered list can be kept and shared. */
  action: string
  /** Where names are typed: they are sent in the body, never in an address. */
  method?: 'get' | 'post'
  /** The fields of the filter. */
  fields: ComponentChildren
  /** What is chosen now; each link is the same list without it. */
  chosen?: readonly Link[]
  /** The list without any filter. */
  clearHref?: string
  /** The list. */
  children: ComponentChildren
  heading?: string
}

/** A list and what narrows it: side by side at the desk, a disclosure above the list on the phone. */
export const FilterLayout = ({
  action,
  method = 'get',
  fields,
  chosen = [],
  clearHref,
  children,
  heading,
}: FilterLayoutProps) => {
  const t = useText()
  const title = heading ?? t.filter
  return (
    <div class="splot-filter-layout">
      <div class="splot-filter-layout__filter">
        <details class="moj-filter splot-filter">
          <summary class="moj-filter__header">
            {title}
            {chosen.length > 0 && ` (${chosen.length})`}
          </summary>
          <div class="moj-filter__content">
            <h2 class="govuk-heading-s splot-filter__desk-title">{title}</h2>
            <form action={action} method={method} class="moj-filter__options">
              {fields}
              <button type="submit" class="govuk-button">
                {t.applyFilter}
              </button>
            </form>
          </div>
        </details>
      </div>
      <div class="splot-filter-layout__list">
        {chosen.length > 0 && <Chosen chosen={chosen} clearHref={clearHref} />}
        {children}
      </div>
    </div>
  )
}

const Chosen = ({ chosen, clearHref }: { chosen: readonly Link[]; clearHref: string | undefined }) => {
  const t = useText()
  return (
    <div class="moj-filter__selected">
      <h2 class="splot-filter__chosen">{t.chosenFilters}</h2>
      <ul class="moj-filter-tags">
        {chosen.map(({ text, href }) => (
          <li>
            <a class="moj-filter__tag" href={href}>
              <span class="govuk-visually-hidden">{t.removeFilter} </span>
              {text}
            </a>
          </li>
        ))}
      </ul>
      {clearHref !== undefined && (
        <a class="govuk-link" href={clearHref}>
          {t.clearFilter}
        </a>
      )}
    </div>
  )
}
