import type { ComponentChildren } from 'preact'
import { useText } from './frame.tsx'

interface ErrorSummaryProps {
  errors: readonly { field: string; message: string }[]
  title?: string
  description?: ComponentChildren
}

/** Stands first on a page that came back with errors; nothing when there are none. An error of the field `form` has no link. */
export const ErrorSummary = ({ errors, title, description }: ErrorSummaryProps) => {
  const t = useText()
  if (errors.length === 0) return null
  return (
    <div class="govuk-error-summary" tabIndex={-1} data-error-summary>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title ?? t.errorSummary}</h2>
        <div class="govuk-error-summary__body">
          {description !== undefined && <p>{description}</p>}
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map(({ field, message }) => (
              <li>{field === 'form' ? message : <a href={`#${field}`}>{message}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
