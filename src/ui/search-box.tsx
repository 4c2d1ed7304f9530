import { classes } from './class-names.ts'
import { useText } from './frame.tsx'

interface SearchBoxProps {
  action: string
  label: string
  /** The home page's question is its heading; elsewhere the label is small. */
  isPageHeading?: boolean
  /** An example in the reader's own words. */
  example?: string
  name?: string
  value?: string
}

export const SearchBox = ({ action, label, isPageHeading, example, name = 'q', value }: SearchBoxProps) => {
  const t = useText()
  const labelled = (
    <label class={classes('govuk-label', isPageHeading ? 'govuk-label--xl' : 'govuk-label--s')} for={name}>
      {label}
    </label>
  )
  return (
    <search class="splot-search">
      <form action={action} method="get">
        {isPageHeading ? <h1 class="govuk-label-wrapper">{labelled}</h1> : labelled}
        {example !== undefined && (
          <div id={`${name}-hint`} class="govuk-hint">
            {example}
          </div>
        )}
        <div class="splot-search__line">
          <input
            class="govuk-input splot-search__input"
            id={name}
            name={name}
            type="search"
            value={value}
            autocomplete="off"
            aria-describedby={example === undefined ? undefined : `${name}-hint`}
          />
          <button type="submit" class="govuk-button splot-search__button">
            {t.search}
          </button>
        </div>
      </form>
    </search>
  )
}
