import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'

export type LabelSize = 's' | 'm' | 'l' | 'xl'

export interface LabelProps {
  children: ComponentChildren
  for: string
  size?: LabelSize | undefined
  /** The question is the page: the label becomes its h1. */
  isPageHeading?: boolean | undefined
  class?: string
}

export const Label = ({ children, for: field, size, isPageHeading, class: extra }: LabelProps) => {
  const label = (
    <label class={classes('govuk-label', extra, size && `govuk-label--${size}`)} for={field}>
      {children}
    </label>
  )
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
