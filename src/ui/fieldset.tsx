import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'
import type { LabelSize } from './label.tsx'

export interface FieldsetProps {
  legend?: ComponentChildren
  legendSize?: LabelSize | undefined
  isPageHeading?: boolean | undefined
  describedBy?: string | undefined
  /** `group` for several text inputs, since some screen readers skip the description otherwise. */
  role?: 'group'
  children?: ComponentChildren
}

export const Fieldset = ({ legend, legendSize, isPageHeading, describedBy, role, children }: FieldsetProps) => (
  <fieldset class="govuk-fieldset" role={role} aria-describedby={describedBy}>
    {legend !== undefined && (
      <legend class={classes('govuk-fieldset__legend', legendSize && `govuk-fieldset__legend--${legendSize}`)}>
        {isPageHeading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
    )}
    {children}
  </fieldset>
)
