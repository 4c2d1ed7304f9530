import { classes } from './class-names.ts'
import type { Link } from './link.ts'

/** The sections of a site in one line; on a phone they wrap, so that nothing hides behind a menu button. */
export const Navigation = ({ label, items }: { label: string; items: readonly Link[] }) => (
  <nav class="govuk-service-navigation" aria-label={label}>
    <div class="govuk-width-container">
      <ul class="govuk-service-navigation__list">
        {items.map(({ text, href, current }) => (
          <li class={classes('govuk-service-navigation__item', current && 'govuk-service-navigation__item--active')}>
            <a class="govuk-service-navigation__link" href={href} aria-current={current ? 'page' : undefined}>
              {current ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  </nav>
)
