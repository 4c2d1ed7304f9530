import { Fragment } from 'preact'
import { classes } from './class-names.ts'
import { useText } from './frame.tsx'

interface PaginationProps {
  /** Counted from 1. */
  page: number
  pages: number
  /** The address of a page. */
  hrefOf: (page: number) => string
}

/** Numbered pages; nothing when there is only one. */
export const Pagination = ({ page, pages, hrefOf }: PaginationProps) => {
  const t = useText()
  if (pages <= 1) return null
  return (
    <nav class="govuk-pagination" aria-label={t.pages}>
      {page > 1 && <Step to="prev" href={hrefOf(page - 1)} />}
      <ul class="govuk-pagination__list">
        {shownPages(page, pages).map((shown, at, all) => (
          <Fragment>
            {at > 0 && shown - all[at - 1]! > 1 && (
              <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
            )}
            <li class={classes('govuk-pagination__item', shown === page && 'govuk-pagination__item--current')}>
              <a
                class="govuk-link govuk-pagination__link"
                href={hrefOf(shown)}
                aria-label={t.page(shown)}
                aria-current={shown === page ? 'page' : undefined}
              >
                {shown}
              </a>
            </li>
          </Fragment>
        ))}
      </ul>
      {page < pages && <Step to="next" href={hrefOf(page + 1)} />}
    </nav>
  )
}

/** The first, the last, and the neighbours of the current page. */
const shownPages = (page: number, pages: number): number[] =>
  [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b)

const Step = ({ to, href }: { to: 'prev' | 'next'; href: string }) => {
  const t = useText()
  return (
    <div class={`govuk-pagination__${to}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={to}>
        {to === 'prev' && <Arrow to={to} />}
        <span class="govuk-pagination__link-title">
          {to === 'prev' ? t.previous : t.next}
          <span class="govuk-visually-hidden"> {t.pageWord}</span>
        </span>
        {to === 'next' && <Arrow to={to} />}
      </a>
    </div>
  )
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

const Arrow = ({ to }: { to: 'prev' | 'next' }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${to}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={arrows[to]} />
  </svg>
)
