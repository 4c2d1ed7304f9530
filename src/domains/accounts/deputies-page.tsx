import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Select } from '#ui/select.tsx'
import { Table } from '#ui/table.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { accessText } from './access-text.ts'
import { daysState, type Account } from './account.ts'
import { DaysFields, DaysTag, DaysWords, field, RoleSelect, type Typed } from './days-fields.tsx'
import type { Deputy } from './deputy.ts'
import { peopleText } from './people-text.ts'

interface DeputiesPageProps {
  deputies: readonly Deputy[]
  /** Who can be absent and who can stand in: the active ones. */
  people: readonly Account[]
  today: Temporal.PlainDate
  typed: Typed
  formKey: string
}

export const DeputiesPage = (props: DeputiesPageProps) => {
  const t = peopleText[useFrame().lang]
  return (
    <>
      <ErrorSummary errors={props.typed.errors ?? []} />
      <h1 class="govuk-heading-l">{t.deputies}</h1>
      <p class="govuk-body">{t.deputiesLead}</p>
      <DeputyTable {...props} />
      <h2 class="govuk-heading-m">{t.appoint}</h2>
      <DeputyForm {...props} />
    </>
  )
}

const DeputyTable = ({ deputies, today }: DeputiesPageProps) => {
  const { lang } = useFrame()
  const t = peopleText[lang]
  if (deputies.length === 0) return <EmptyState title={t.noDeputies} text={t.noDeputiesText} />
  return (
    <Table
      caption={t.deputies}
      captionHidden
      columns={[t.absent, t.deputy, t.role, t.days, t.reason, t.state].map((text) => ({ text }))}
      rows={deputies.map((one) => [
        one.absent,
        one.deputy,
        accessText[lang].roles[one.role],
        <DaysWords days={one} />,
        one.reason,
        <>
          <DaysTag days={one} today={today} />
          <EndButton deputy={one} today={today} />
        </>,
      ])}
    />
  )
}

const EndButton = ({ deputy, today }: { deputy: Deputy; today: Temporal.PlainDate }) => {
  const { lang, href } = useFrame()
  const t = peopleText[lang]
  if (daysState(deputy, today) === 'ended') return null
  return (
    <Form action={href(`/praca/zastepstwa/${deputy.id}/koniec`)}>
      <Button kind="secondary">
        {t.end}
        <span class="govuk-visually-hidden"> {t.endOf(deputy.deputy)}</span>
      </Button>
    </Form>
  )
}

const DeputyForm = ({ people, typed, formKey }: DeputiesPageProps) => {
  const { lang, href } = useFrame()
  const t = peopleText[lang]
  const options = [{ value: '', text: t.choose }, ...people.map(({ id, name }) => ({ value: id, text: name }))]
  return (
    <Form action={href('/praca/zastepstwa')} formKey={formKey}>
      <Select {...field('absent', typed)} label={t.absent} options={options} />
      <RoleSelect typed={typed} label={t.role} />
      <Select {...field('deputy', typed)} label={t.deputy} options={options} />
      <DaysFields typed={typed} isOpen={false} />
      <TextInput {...field('reason', typed)} label={t.reason} hint={t.reasonHint} />
      <Button>{t.appoint}</Button>
    </Form>
  )
}
