import type { Link } from './link.ts'

/** The parts of one thing, such as a person's case, as links that look like tabs. */
export const SubNavigation = ({ label, items }: { label: string; items: readonly Link[] }) => (
  <nav class="moj-sub-navigation" aria-label={label}>
    <ul class="moj-sub-navigation__list">
      {items.map(({ text, href, current }) => (
        <li class="moj-sub-navigation__item">
          <a class="moj-sub-navigation__link" aria-current={current ? 'page' : undefined} href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
