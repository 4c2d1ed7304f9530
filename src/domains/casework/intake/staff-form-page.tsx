import { errorFor, valueOf, type FieldError } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { Radios } from '#ui/radios.tsx'
import { staffChannels } from './need-report.ts'
import { QuestionFields, type FieldsProps } from './question-fields.tsx'
import { questionIds } from './questions.ts'
import { intakeText } from './text.ts'

interface StaffFormPageProps extends FieldsProps {
  /** Names this one call among several open at once. */
  draft: string
}

/** The same questions on one page, each with the sentence to read aloud beside it. */
export const StaffFormPage = ({ draft, ...props }: StaffFormPageProps) => {
  const { lang, href } = useFrame()
  const t = intakeText[lang]
  const self = valueOf(props.values, 'reporter') === 'self'
  return (
    <>
      <ErrorSummary errors={props.errors ?? []} />
      <h1 class="govuk-heading-l">{t.staff.title}</h1>
      <Form action={href('/praca/zgloszenia/nowe')} hidden={{ szkic: draft }}>
        <Channel values={props.values} errors={props.errors} />
        {questionIds.map((id) => (
          <section aria-labelledby={`pytanie-${id}`}>
            <h2 class="govuk-heading-m" id={`pytanie-${id}`}>
              {t.questions[id].title(self)}
            </h2>
            {id === 'reporter' && <p class="govuk-body">{t.staff.onlyForOthers}</p>}
            <ReadAloud>{t.questions[id].script}</ReadAloud>
            <QuestionFields id={id} {...props} />
          </section>
        ))}
        <Button>{t.staff.toReadBack}</Button>
      </Form>
    </>
  )
}

const Channel = ({ values, errors }: { values: FieldsProps['values']; errors: readonly FieldError[] | undefined }) => {
  const t = intakeText[useFrame().lang].staff
  return (
    <Radios
      name="channel"
      label={t.channel}
      inline
      value={valueOf(values, 'channel')}
      error={errorFor(errors, 'channel')}
      items={staffChannels.map((value) => ({ value, text: t.channels[value] }))}
    />
  )
}

export const ReadAloud = ({ children }: { children: string }) => {
  const t = intakeText[useFrame().lang].staff
  return (
    <InsetText>
      <strong>{t.readAloud}:</strong> <q>{children}</q>
    </InsetText>
  )
}
