import type { ComponentChildren } from 'preact'
import { useText } from './frame.tsx'

export const WarningText = ({ children }: { children: ComponentChildren }) => {
  const t = useText()
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{t.warning}</span> {children}
      </strong>
    </div>
  )
}
