import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'
import type { LabelSize } from './label.tsx'

export interface FieldsetProps {
  legend?: ComponentChildren
  legendSize?: LabelSize | undefined
  legendHidden?: boolean | undefined
  isPageHeading?: boolean | undefined
  describedBy?: string | undefined
  /** For several text inputs: JAWS skips the description of a fieldset that isn't a group by role as well. */
  asGroup?: boolean
  children?: ComponentChildren
}

export const Fieldset = ({
  legend,
  legendSize,
  legendHidden,
  isPageHeading,
  describedBy,
  asGroup,
  children,
}: FieldsetProps) => (
  <fieldset class="govuk-fieldset" role={asGroup ? 'group' : undefined} aria-describedby={describedBy}>
    {legend !== undefined && (
      <legend
        class={classes(
          'govuk-fieldset__legend',
          legendSize && `govuk-fieldset__legend--${legendSize}`,
          legendHidden && 'govuk-visually-hidden',
        )}
      >
        {isPageHeading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
    )}
    {children}
  </fieldset>
)
