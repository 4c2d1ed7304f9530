import type { Link } from './link.ts'
import { classes } from './class-names.ts'
import { useText } from './frame.tsx'

interface BreadcrumbsProps {
  /** From the home page down; an item without an address is the page itself. */
  items: readonly (Link | { text: string; href?: undefined })[]
  collapseOnMobile?: boolean
}

export const Breadcrumbs = ({ items, collapseOnMobile }: BreadcrumbsProps) => {
  const t = useText()
  return (
    <nav
      class={classes('govuk-breadcrumbs', collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
      aria-label={t.breadcrumbs}
    >
      <ol class="govuk-breadcrumbs__list">
        {items.map((item) =>
          item.href === undefined ? (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.text}
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={item.href}>
                {item.text}
              </a>
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
