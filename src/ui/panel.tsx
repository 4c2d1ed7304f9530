import type { ComponentChildren } from 'preact'

/** The end of a journey: what was done, with the number to keep. */
export const Panel = ({ title, children }: { title: string; children?: ComponentChildren }) => (
  <div class="govuk-panel govuk-panel--confirmation">
    <h1 class="govuk-panel__title">{title}</h1>
    {children !== undefined && <div class="govuk-panel__body">{children}</div>}
  </div>
)
