import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { formatDay } from '#platform/i18n.ts'
import { useFrame } from '#ui/frame.tsx'
import { Select } from '#ui/select.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { roles } from '#platform/actor.ts'
import { accessText } from './access-text.ts'
import { daysState, type Days } from './account.ts'
import { peopleText } from './people-text.ts'

/** A form as it was typed, with what was wrong in it. */
export interface Typed {
  values?: FormValues | undefined
  errors?: readonly FieldError[] | undefined
}

/** The name of the field, its value as typed, its mistake: what every field of a typed form takes. */
export const field = (name: string, { values, errors }: Typed) => ({
  name,
  value: valueOf(values, name) || undefined,
  error: errorFor(errors, name),
})

/** `prefix` keeps the fields of two forms on one page apart. */
export const DaysFields = ({
  typed,
  isOpen = true,
  prefix = '',
}: {
  typed: Typed
  isOpen?: boolean
  prefix?: string
}) => {
  const t = peopleText[useFrame().lang]
  const [from, until] = [`${prefix}from`, `${prefix}until`]
  return (
    <>
      <TextInput {...field(from, typed)} label={t.from} type="date" width="10" />
      <TextInput {...field(until, typed)} label={t.until} hint={isOpen && t.untilHint} type="date" width="10" />
    </>
  )
}

export const RoleSelect = ({ typed, label }: { typed: Typed; label: string }) => {
  const { lang } = useFrame()
  const options = roles.map((role) => ({ value: role, text: accessText[lang].roles[role] }))
  return (
    <Select
      {...field('role', typed)}
      label={label}
      options={[{ value: '', text: peopleText[lang].choose }, ...options]}
    />
  )
}

/** "22 listopada 2026 – bez końca" */
export const DaysWords = ({ days }: { days: Days }) => {
  const { lang } = useFrame()
  const until = days.validUntil === null ? peopleText[lang].open : formatDay(lang, days.validUntil)
  return (
    <>
      {formatDay(lang, days.validFrom)} – {until}
    </>
  )
}

const kinds = { running: 'done', future: 'waiting', ended: 'inactive' } as const

export const DaysTag = ({ days, today }: { days: Days; today: Temporal.PlainDate }) => {
  const state = daysState(days, today)
  return <Tag kind={kinds[state]}>{peopleText[useFrame().lang][state]}</Tag>
}
