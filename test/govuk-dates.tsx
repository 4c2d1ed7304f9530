import { DateInput } from '#ui/date-input.tsx'
import { legendProps } from './govuk-fields.tsx'
import { only, type Options } from './govuk-options.ts'

const names = ['day', 'month', 'year'] as const

/** A box as theirs describe it, by an item or by an option of its name. */
interface Box {
  classes?: string
  error?: boolean
  autocomplete?: string
  value?: unknown
}

const widthOf = (name: string) => `govuk-input--width-${name === 'year' ? 4 : 2}`

/** Ours are always these three, as wide as what goes in, named after the field. */
function boxesOf({ items, ...options }: Options): Box[] | undefined {
  const boxes: Options[] = items ?? names.map((name) => options[name] ?? {})
  const plain = boxes.every((box, at) => {
    const name = names[at]
    if (!name || !only(box, 'name', 'id', 'classes', 'error', 'autocomplete', 'value')) return false
    const known = ['', widthOf(name), 'govuk-input--error']
    return (
      (items ? box.name === name : true) &&
      (box.classes ?? '').split(' ').every((one: string) => known.includes(one)) &&
      (box.autocomplete ?? `bday-${name}`) === `bday-${name}`
    )
  })
  return plain && boxes.length === names.length ? boxes : undefined
}

const isWrong = ({ classes, error }: Box) => error ?? (classes?.includes('govuk-input--error') || undefined)

export function drawDateInput(options: Options) {
  const field = legendProps(options)
  const boxes = boxesOf(options)
  const covered = ['id', 'namePrefix', 'fieldset', 'hint', 'errorMessage', 'values', 'items', ...names]
  if (!field || !boxes || !only(options, ...covered)) return undefined
  const wrong = names.filter((_, at) => isWrong(boxes[at]!))
  const right = names.filter((_, at) => isWrong(boxes[at]!) === false)
  if (!options.errorMessage && wrong.length > 0) return undefined
  const errorParts = wrong.length > 0 ? wrong : names.filter((name) => !right.includes(name))
  const values = options.values ?? {}
  const value = Object.fromEntries(
    names.map((name, at) => {
      const typed = boxes[at]!.value ?? values[name] ?? values[`${options.namePrefix}-${name}`]
      return [name, typed === undefined ? undefined : String(typed)]
    }),
  )
  return <DateInput {...field} value={value} errorParts={errorParts} birthday={boxes[0]!.autocomplete !== undefined} />
}
