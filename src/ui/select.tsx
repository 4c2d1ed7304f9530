import type { Lang } from '#platform/i18n.ts'
import { classes } from './class-names.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'

export interface Option {
  value: string
  text: string
  disabled?: boolean
  /** Where the words are of another language than the page. */
  lang?: Lang
}

export interface SelectProps extends FieldProps {
  options: readonly Option[]
  value?: string | undefined
  disabled?: boolean
}

export const Select = (props: SelectProps) => {
  const { name, options, value, disabled, hint, error } = props
  return (
    <Field {...props}>
      <select
        class={classes('govuk-select', error !== undefined && 'govuk-select--error')}
        id={name}
        name={name}
        disabled={disabled}
        aria-describedby={describedBy(name, hint, error)}
      >
        {options.map((option) => (
          <option value={option.value} selected={option.value === value} disabled={option.disabled} lang={option.lang}>
            {option.text}
          </option>
        ))}
      </select>
    </Field>
  )
}
