import { classes } from './class-names.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'
import { useText } from './frame.tsx'
import { Hint } from './hint.tsx'

export interface TextareaProps extends FieldProps {
  value?: string | undefined
  rows?: number
  /** Says the limit in a sentence under the box; the server decides, the box doesn't cut. */
  maxLength?: number
  spellcheck?: boolean
  autocomplete?: string
  disabled?: boolean
}

export const Textarea = (props: TextareaProps) => {
  const { name, value, rows = 5, maxLength, hint, error, spellcheck, autocomplete, disabled } = props
  const limit = maxLength === undefined ? undefined : `${name}-limit`
  return (
    <Field {...props}>
      <textarea
        class={classes('govuk-textarea', error !== undefined && 'govuk-textarea--error')}
        id={name}
        name={name}
        rows={rows}
        spellcheck={spellcheck}
        disabled={disabled}
        aria-describedby={classes(describedBy(name, hint, error), limit) || undefined}
        autocomplete={autocomplete}
        {...(maxLength !== undefined && { 'data-max-length': maxLength })}
      >
        {value}
      </textarea>
      {limit !== undefined && <Limit id={limit} maxLength={maxLength!} />}
    </Field>
  )
}

const Limit = ({ id, maxLength }: { id: string; maxLength: number }) => {
  const t = useText()
  return (
    <Hint id={id} class="govuk-character-count__message">
      {t.atMost(maxLength)}
    </Hint>
  )
}
