import { classes } from './class-names.ts'
import { describedBy, FormGroup, HintAndError, type FieldProps } from './field.tsx'
import { Fieldset } from './fieldset.tsx'
import { useText } from './frame.tsx'
import { Label } from './label.tsx'

type Part = 'day' | 'month' | 'year'

export interface DateInputProps extends FieldProps {
  /** What was typed, kept as text. */
  value?: { day?: string | undefined; month?: string | undefined; year?: string | undefined } | undefined
  /** The parts that are wrong; all of them when not said. */
  errorParts?: readonly Part[]
  /** For a date of birth: lets the browser offer it. */
  birthday?: boolean
}

const parts: readonly Part[] = ['day', 'month', 'year']

/** Three boxes sent as `name-day`, `name-month`, `name-year`; the first has the id `name`, for the summary's link. */
export const DateInput = (props: DateInputProps) => {
  const { name, label, hint, error, labelSize, isPageHeading } = props
  return (
    <FormGroup error={error}>
      <Fieldset
        legend={label}
        legendSize={labelSize}
        isPageHeading={isPageHeading}
        describedBy={describedBy(name, hint, error)}
        asGroup
      >
        <HintAndError name={name} hint={hint} error={error} />
        <div class="govuk-date-input">
          {parts.map((part) => (
            <DatePart part={part} {...props} />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  )
}

const DatePart = ({ part, name, value, error, errorParts = parts, birthday }: DateInputProps & { part: Part }) => {
  const t = useText()
  const id = part === 'day' ? name : `${name}-${part}`
  return (
    <div class="govuk-date-input__item">
      <FormGroup>
        <Label for={id} class="govuk-date-input__label">
          {t[part]}
        </Label>
        <input
          class={classes(
            'govuk-input govuk-date-input__input',
            error !== undefined && errorParts.includes(part) && 'govuk-input--error',
            `govuk-input--width-${part === 'year' ? 4 : 2}`,
          )}
          id={id}
          name={`${name}-${part}`}
          type="text"
          value={value?.[part]}
          autocomplete={birthday ? `bday-${part}` : undefined}
          inputmode="numeric"
        />
      </FormGroup>
    </div>
  )
}
