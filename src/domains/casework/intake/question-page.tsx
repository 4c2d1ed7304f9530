import { valueOf } from '#platform/forms.ts'
import { Button, ButtonGroup } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { ExitThisPage } from '#ui/exit-this-page.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { PhoneHours } from '#ui/phone-hours.tsx'
import { PhoneLink } from '#ui/phone-link.tsx'
import { Progress } from '#ui/progress.tsx'
import { isSensitive } from './need-report.ts'
import { QuestionFields, type FieldsProps } from './question-fields.tsx'
import { placeOf, questions, type QuestionId } from './questions.ts'
import { intakeText } from './text.ts'

export interface QuestionPageProps extends FieldsProps {
  id: QuestionId
  /** True when the person came from the check page and goes back there. */
  returning: boolean
}

/** One question: where we are, why we ask, the fields, and the phone for those who would rather talk. */
export const QuestionPage = ({ id, returning, ...props }: QuestionPageProps) => {
  const { lang, href } = useFrame()
  const t = intakeText[lang]
  const { title, why } = t.questions[id]
  const self = valueOf(props.values, 'reporter') === 'self'
  return (
    <>
      <ErrorSummary errors={props.errors ?? []} />
      {showsExit(id, props) && <ExitThisPage />}
      <Progress {...placeOf(id, props.values)} />
      <h1 class="govuk-heading-l">{title(self)}</h1>
      {questions[id].skippable && <p class="govuk-body">{t.form.skip}</p>}
      <Details summary={t.form.why}>{why}</Details>
      <Form
        action={href(`/potrzebuje-pomocy/${questions[id].path}`)}
        {...(returning && { hidden: { powrot: 'sprawdz' } })}
      >
        <QuestionFields id={id} {...props} />
        <ButtonGroup>
          <Button>{t.form.next}</Button>
        </ButtonGroup>
      </Form>
      <PhoneHelp />
    </>
  )
}

/** The question that can name violence has the way out before it is answered; the later ones once it was. */
const showsExit = (id: QuestionId, { values }: FieldsProps): boolean =>
  id === 'words' || isSensitive(valueOf(values, 'situation'))

export const PhoneHelp = () => {
  const { lang, tenant } = useFrame()
  return (
    <p class="govuk-body">
      {intakeText[lang].form.help} <PhoneLink phone={tenant.phone} /> (<PhoneHours />)
    </p>
  )
}
