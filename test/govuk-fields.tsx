import { Checkboxes } from '#ui/checkboxes.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { FileUpload } from '#ui/file-upload.tsx'
import { Label } from '#ui/label.tsx'
import { Radios } from '#ui/radios.tsx'
import { Select } from '#ui/select.tsx'
import { TextInput, type InputWidth } from '#ui/text-input.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { given, isText, only, sizeIn, type Options } from './govuk-options.ts'

/** What label, hint and error come to in our props; undefined when they say more than ours can. */
function fieldProps(options: Options) {
  const { label, hint, errorMessage } = options
  const size = sizeIn(label?.classes, 'govuk-label')
  const plain = only(label, 'text', 'classes', 'isPageHeading') && isText(hint) && isText(errorMessage)
  if (!plain || !label?.text || (label.classes && !size)) return undefined
  const described = { hint: hint?.text, error: errorMessage?.text }
  return given({
    name: options.id ?? options.name,
    label: label.text,
    labelSize: size,
    isPageHeading: label.isPageHeading,
    ...described,
  })
}

export function legendProps(options: Options) {
  const { fieldset, hint, errorMessage } = options
  const legend = fieldset?.legend
  const size = sizeIn(legend?.classes, 'govuk-fieldset__legend')
  const plain = only(fieldset, 'legend') && only(legend, 'text', 'classes', 'isPageHeading') && isText(hint)
  if (!plain || !isText(errorMessage) || !legend?.text || (legend.classes && !size)) return undefined
  const described = { hint: hint?.text, error: errorMessage?.text }
  return given({
    name: options.idPrefix ?? options.id ?? options.name,
    label: legend.text,
    labelSize: size,
    isPageHeading: legend.isPageHeading,
    ...described,
  })
}

export function drawFileUpload(options: Options) {
  const field = fieldProps(options)
  const covered = only(options, 'label', 'name', 'id', 'hint', 'errorMessage', 'disabled', 'attributes', 'value')
  const { accept, ...others } = options.attributes ?? {}
  if (!field || !covered || !only(others)) return undefined
  return <FileUpload {...field} {...given({ accept, disabled: options.disabled })} />
}

export function drawInput(options: Options) {
  const field = fieldProps(options)
  const covered = only(
    options,
    'label',
    'name',
    'id',
    'hint',
    'errorMessage',
    'classes',
    'value',
    'type',
    'inputmode',
    'autocomplete',
    'spellcheck',
    'disabled',
    'prefix',
    'suffix',
  )
  const classNames = (options.classes ?? '').replace('govuk-input--extra-letter-spacing', '').trim()
  const width = /^govuk-(?:input--|!-)width-([\w-]+)$/.exec(classNames)?.[1]
  if (!field || !covered || (classNames && !width) || !isText(options.prefix) || !isText(options.suffix))
    return undefined
  const { value, type, autocomplete, spellcheck, disabled } = options
  const code = options.classes?.includes('extra-letter-spacing')
  const affixes = { prefix: options.prefix?.text, suffix: options.suffix?.text }
  return (
    <TextInput
      {...field}
      {...given({
        value,
        type,
        autocomplete,
        spellcheck,
        disabled,
        code,
        ...affixes,
        width: width as InputWidth | undefined,
        inputMode: options.inputmode,
      })}
    />
  )
}

export function drawTextarea(options: Options) {
  const field = fieldProps(options)
  if (
    !field ||
    !only(options, 'label', 'name', 'id', 'hint', 'errorMessage', 'value', 'rows', 'autocomplete', 'spellcheck')
  )
    return undefined
  const { value, rows, autocomplete, spellcheck } = options
  return <Textarea {...field} {...given({ value, rows, autocomplete, spellcheck })} />
}

export function drawSelect(options: Options) {
  const field = fieldProps(options)
  const items: Options[] = (options.items ?? []).filter(Boolean)
  const covered = only(options, 'label', 'name', 'id', 'hint', 'errorMessage', 'items', 'value')
  if (
    !field ||
    !covered ||
    !items.every((item) => item && item.value !== undefined && only(item, 'value', 'text', 'selected', 'disabled'))
  )
    return undefined
  const chosen = items.filter(({ selected }) => selected)
  if (chosen.length > 1 || items.some(({ selected }) => selected === false && options.value)) return undefined
  return (
    <Select
      {...field}
      options={items.map(({ value, text, disabled }) => ({ value: String(value), text, disabled }))}
      value={String(chosen[0]?.value ?? options.value ?? '\0')}
    />
  )
}

function choicesProps(options: Options, block: string) {
  const field = legendProps(options)
  const modifiers = (options.classes ?? '').split(' ').filter(Boolean)
  const covered = only(
    options,
    'name',
    'idPrefix',
    'fieldset',
    'hint',
    'errorMessage',
    'items',
    'classes',
    'value',
    'values',
  )
  const items = (options.items ?? []).filter(Boolean)
  const plain = items.every(
    (item: Options) =>
      item && only(item, 'value', 'text', 'hint', 'checked', 'disabled', 'divider') && isText(item.hint),
  )
  if (
    !field ||
    !covered ||
    !plain ||
    !modifiers.every((name: string) => [`${block}--small`, `${block}--inline`].includes(name))
  )
    return undefined
  const named = [options.values ?? options.value].flat().map(String)
  const isChosen = ({ checked, value }: Options) => checked ?? named.includes(String(value))
  const chosen: string[] = items.filter(isChosen).map(({ value }: Options) => value)
  const drawn = items.map((item: Options) =>
    item.divider ? item : given({ value: item.value, text: item.text, hint: item.hint?.text, disabled: item.disabled }),
  )
  return {
    props: {
      ...field,
      items: drawn,
      small: modifiers.includes(`${block}--small`),
      inline: modifiers.includes(`${block}--inline`),
    },
    chosen,
  }
}

export function drawRadios(options: Options) {
  const choices = choicesProps(options, 'govuk-radios')
  if (!choices || choices.chosen.length > 1) return undefined
  return <Radios {...choices.props} value={choices.chosen[0]} />
}

export function drawCheckboxes(options: Options) {
  const choices = choicesProps(options, 'govuk-checkboxes')
  return choices && <Checkboxes {...choices.props} values={choices.chosen} />
}

export function drawFieldset({ legend, ...rest }: Options) {
  const size = sizeIn(legend?.classes, 'govuk-fieldset__legend')
  if (!only(rest, 'describedBy') || !only(legend, 'text', 'classes', 'isPageHeading') || (legend?.classes && !size))
    return undefined
  return (
    <Fieldset
      {...given({
        legend: legend?.text,
        legendSize: size,
        isPageHeading: legend?.isPageHeading,
        describedBy: rest.describedBy,
      })}
    />
  )
}

export function drawLabel({ text, classes, isPageHeading, for: field, ...rest }: Options) {
  const size = sizeIn(classes, 'govuk-label')
  if (!only(rest) || !text || (classes && !size)) return undefined
  return (
    <Label for={field ?? ''} size={size} isPageHeading={isPageHeading}>
      {text}
    </Label>
  )
}
