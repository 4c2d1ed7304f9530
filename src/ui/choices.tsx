import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'
import { describedBy, FormGroup, HintAndError, type FieldProps } from './field.tsx'
import { Fieldset } from './fieldset.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

/** One answer of several. */
export interface Choice {
  value: string
  text: ComponentChildren
  hint?: ComponentChildren
  disabled?: boolean
}

/** A word between answers, such as "albo". */
export interface Divider {
  divider: string
}

export interface ChoicesProps extends FieldProps {
  items: readonly (Choice | Divider)[]
  small?: boolean
  inline?: boolean
  /** The heading above asks the same: the legend is heard but not seen. */
  labelHidden?: boolean
}

interface Kind {
  block: 'govuk-radios' | 'govuk-checkboxes'
  type: 'radio' | 'checkbox'
  chosen: readonly string[]
}

/** Radios and checkboxes are one pattern; the first control bears the field's name as its id. */
export const Choices = ({ kind, ...props }: ChoicesProps & { kind: Kind }) => {
  const { name, label, hint, error, items, labelSize, isPageHeading, small, inline, labelHidden } = props
  const { block } = kind
  return (
    <FormGroup error={error}>
      <Fieldset
        legend={label}
        legendSize={labelSize}
        legendHidden={labelHidden}
        isPageHeading={isPageHeading}
        describedBy={describedBy(name, hint, error)}
      >
        <HintAndError name={name} hint={hint} error={error} />
        <div class={classes(block, small && `${block}--small`, inline && `${block}--inline`)}>
          {items.map((item, at) =>
            'divider' in item ? (
              <div class={`${block}__divider`}>{item.divider}</div>
            ) : (
              <ChoiceItem id={at === 0 ? name : `${name}-${at + 1}`} name={name} item={item} kind={kind} />
            ),
          )}
        </div>
      </Fieldset>
    </FormGroup>
  )
}

const ChoiceItem = ({ id, name, item, kind }: { id: string; name: string; item: Choice; kind: Kind }) => {
  const { block, type, chosen } = kind
  const hintId = item.hint === undefined ? undefined : `${id}-item-hint`
  return (
    <div class={`${block}__item`}>
      <input
        class={`${block}__input`}
        id={id}
        name={name}
        type={type}
        value={item.value}
        checked={chosen.includes(item.value)}
        disabled={item.disabled}
        aria-describedby={hintId}
      />
      <Label for={id} class={`${block}__label`}>
        {item.text}
      </Label>
      {hintId !== undefined && (
        <Hint id={hintId} class={`${block}__hint`}>
          {item.hint}
        </Hint>
      )}
    </div>
  )
}
