import { classes } from './class-names.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'

/** The width says how much is expected: in characters (`2`–`30`) or as a share of the line. */
export type InputWidth = '2' | '3' | '4' | '5' | '10' | '20' | '30' | 'one-third' | 'one-half' | 'two-thirds'

export interface TextInputProps extends FieldProps {
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | 'time' | 'date'
  width?: InputWidth
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search'
  autocomplete?: string
  spellcheck?: boolean
  maxLength?: number
  disabled?: boolean
  /** Codes are read digit by digit; they get wider spacing. */
  code?: boolean
  prefix?: string
  suffix?: string
}

export const TextInput = (props: TextInputProps) => {
  const { prefix, suffix } = props
  const control = <InputControl {...props} />
  return (
    <Field {...props}>
      {prefix === undefined && suffix === undefined ? (
        control
      ) : (
        <div class="govuk-input__wrapper">
          {prefix !== undefined && <Affix kind="prefix" text={prefix} />}
          {control}
          {suffix !== undefined && <Affix kind="suffix" text={suffix} />}
        </div>
      )}
    </Field>
  )
}

const InputControl = ({
  name,
  type = 'text',
  value,
  hint,
  error,
  width,
  code,
  spellcheck,
  ...rest
}: TextInputProps) => (
  <input
    class={classes(
      'govuk-input',
      width && widthClass(width),
      code && 'govuk-input--extra-letter-spacing',
      error !== undefined && 'govuk-input--error',
    )}
    id={name}
    name={name}
    // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- tsc can't follow the union of input types
    type={type as 'text'}
    value={value}
    spellcheck={spellcheck}
    disabled={rest.disabled}
    aria-describedby={describedBy(name, hint, error)}
    autocomplete={rest.autocomplete}
    inputmode={rest.inputMode}
    maxLength={rest.maxLength}
  />
)

const widthClass = (width: InputWidth) => (/^\d/.test(width) ? `govuk-input--width-${width}` : `govuk-!-width-${width}`)

const Affix = ({ kind, text }: { kind: 'prefix' | 'suffix'; text: string }) => (
  <div class={`govuk-input__${kind}`} aria-hidden="true">
    {text}
  </div>
)
