import { valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { ExitThisPage } from '#ui/exit-this-page.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame, useText } from '#ui/frame.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { answerRows } from './answer-rows.tsx'
import { clauseVersion, isSensitive } from './need-report.ts'
import { PhoneHelp } from './question-page.tsx'
import { questions } from './questions.ts'
import { intakeText } from './text.ts'

interface CheckPageProps {
  answers: FormValues
  pesel?: string | undefined
  districts: readonly { id: string; name: string }[]
  formKey: string
  errors?: readonly FieldError[] | undefined
}

/** Every answer on one page, each a click away from being changed; then send. */
export const CheckPage = ({ answers, pesel, districts, formKey, errors }: CheckPageProps) => {
  const { lang, href } = useFrame()
  const t = intakeText[lang]
  const changeHref = (id: keyof typeof questions) => href(`/potrzebuje-pomocy/${questions[id].path}?powrot=sprawdz`)
  return (
    <>
      <ErrorSummary errors={errors ?? []} />
      {isSensitive(valueOf(answers, 'situation')) && <ExitThisPage />}
      <h1 class="govuk-heading-l">{t.check.title}</h1>
      <p class="govuk-body">{t.check.lead}</p>
      <SummaryList rows={answerRows({ answers, t, pesel, districts, changeHref })} />
      <Details summary={t.check.clauseTitle}>
        <Clause />
      </Details>
      <p class="govuk-body">{t.check.sendNote}</p>
      <Form action={href('/potrzebuje-pomocy/sprawdz')} formKey={formKey}>
        <Button>{t.check.send}</Button>
      </Form>
      <PhoneHelp />
    </>
  )
}

/** The information clause (GDPR art. 13); its version is kept with the report. */
export const Clause = () => {
  const { lang, tenant, href } = useFrame()
  return (
    <div data-version={clauseVersion}>
      {intakeText[lang].clause(tenant.name).map((sentence) => (
        <p class="govuk-body">{sentence}</p>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={href('/twoje-dane')}>
          {useText().privacy}
        </a>
      </p>
    </div>
  )
}
