import type { FieldError, FormValues } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { IdentityBar } from '#ui/identity-bar.tsx'
import { NotificationBanner } from '#ui/notification-banner.tsx'
import { Table } from '#ui/table.tsx'
import { QuestionFields, type FieldsProps } from '../intake/question-fields.tsx'
import type { QuestionId } from '../intake/questions.ts'
import { intakeText } from '../intake/text.ts'
import { personName } from '../person-name.ts'
import type { Person } from './person.ts'
import { RectificationHistory, RectificationReasonField } from './rectification-history.tsx'
import type { KeptCorrection } from './correction.ts'
import { applicationsText } from './text.ts'

/** The parts of a person's details, asked as in the form of a need. */
export const personQuestions = ['person', 'contact', 'home', 'extras'] as const satisfies readonly QuestionId[]

/** One field that two people changed at once. */
export interface Difference {
  field: string
  yours: string
  theirs: string
}

export interface PersonPageProps extends FieldsProps {
  person: Person
  pesel: string | undefined
  formKey: string
  /** What was corrected before. */
  corrections: readonly KeptCorrection[]
  /** What was saved meanwhile and differs from what was typed. */
  differences?: readonly Difference[] | undefined
  errors?: readonly FieldError[] | undefined
  /** They come from saving. */
  saved?: boolean
  values: FormValues
}

/** The details of a person. When two people edit at once, the second sees both texts and decides. */
export const PersonPage = (props: PersonPageProps) => {
  const { person, pesel, formKey, differences, corrections, saved, ...fields } = props
  const { lang, href } = useFrame()
  const { person: t } = applicationsText[lang]
  const name = personName(lang, person)
  return (
    <>
      <ErrorSummary errors={fields.errors ?? []} />
      {saved && <NotificationBanner success>{t.saved}</NotificationBanner>}
      <IdentityBar
        title={name}
        facts={[person.birthYear !== null && t.born(person.birthYear), pesel && t.pesel(pesel)].filter(Boolean)}
      />
      <h1 class="govuk-heading-l">{t.title(name)}</h1>
      {differences && <Conflict differences={differences} />}
      <Form action={href(`/praca/osoby/${person.id}`)} formKey={formKey} hidden={{ version: person.version }}>
        {personQuestions.map((id) => (
          <section aria-labelledby={`pytanie-${id}`}>
            <h2 class="govuk-heading-m" id={`pytanie-${id}`}>
              {id === 'person' ? t.identity : intakeText[lang].questions[id].title(false)}
            </h2>
            <QuestionFields id={id} {...fields} keptPesel={pesel} />
          </section>
        ))}
        <RectificationReasonField {...fields} />
        <Button>{t.save}</Button>
      </Form>
      <RectificationHistory corrections={corrections} />
    </>
  )
}

const Conflict = ({ differences }: { differences: readonly Difference[] }) => {
  const { lang } = useFrame()
  const { person: t } = applicationsText[lang]
  const { fields } = intakeText[lang]
  return (
    <NotificationBanner title={t.conflictTitle}>
      <p class="govuk-body">{t.conflict}</p>
      <Table
        caption={t.conflictTitle}
        captionHidden
        columns={[{ text: t.field }, { text: t.yours }, { text: t.theirs }]}
        rows={differences.map(({ field, yours, theirs }) => [
          fields[field]?.(true) ?? field,
          yours || t.empty,
          theirs || t.empty,
        ])}
        firstCellIsHeader
      />
    </NotificationBanner>
  )
}
