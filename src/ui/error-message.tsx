import type { ComponentChildren } from 'preact'
import { useText } from './frame.tsx'

export const ErrorMessage = ({ id, children }: { id: string; children: ComponentChildren }) => {
  const t = useText()
  return (
    <p id={id} class="govuk-error-message">
      <span class="govuk-visually-hidden">{t.error}:</span> {children}
    </p>
  )
}
