import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'
import { ErrorMessage } from './error-message.tsx'
import { Hint } from './hint.tsx'
import { Label, type LabelSize } from './label.tsx'

/** What every field of a form takes; its id is its name, so that the summary can link to it. */
export interface FieldProps {
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  error?: string | undefined
  /** The size of the label or legend; `l` with `isPageHeading` where the question is the page. */
  labelSize?: LabelSize | undefined
  isPageHeading?: boolean | undefined
}

/** The ids of what describes the field, as aria-describedby takes them. */
export const describedBy = (name: string, hint: ComponentChildren, error: string | undefined): string | undefined =>
  classes(hasContent(hint) && `${name}-hint`, error !== undefined && `${name}-error`) || undefined

export const FormGroup = ({ error, children }: { error?: string | undefined; children: ComponentChildren }) => (
  <div class={classes('govuk-form-group', error !== undefined && 'govuk-form-group--error')}>{children}</div>
)

/** The hint and the error of a field, in the order in which they are read out. */
export const HintAndError = ({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) => (
  <>
    {hasContent(hint) && <Hint id={`${name}-hint`}>{hint}</Hint>}
    {error !== undefined && <ErrorMessage id={`${name}-error`}>{error}</ErrorMessage>}
  </>
)

/** A field with one control: its label, hint and error above `children`. */
export const Field = ({ name, label, hint, error, labelSize, isPageHeading, children }: FieldProps & Children) => (
  <FormGroup error={error}>
    <Label for={name} size={labelSize} isPageHeading={isPageHeading}>
      {label}
    </Label>
    <HintAndError name={name} hint={hint} error={error} />
    {children}
  </FormGroup>
)

const hasContent = (content: ComponentChildren): boolean =>
  content !== undefined && content !== null && content !== false

interface Children {
  children: ComponentChildren
}
