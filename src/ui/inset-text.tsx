import type { ComponentChildren } from 'preact'

export const InsetText = ({ children }: { children: ComponentChildren }) => (
  <div class="govuk-inset-text">{children}</div>
)
