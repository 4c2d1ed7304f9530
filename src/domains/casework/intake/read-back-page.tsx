import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { answerRows } from './answer-rows.tsx'
import { staffChannels } from './need-report.ts'
import { ReadAloud } from './staff-form-page.tsx'
import { intakeText } from './text.ts'

interface ReadBackPageProps {
  answers: FormValues
  draft: string
  pesel: string | undefined
  districts: readonly { id: string; name: string }[]
  formKey: string
  errors?: readonly FieldError[] | undefined
}

/** What was written down, to be read to the caller before it is saved. */
export const ReadBackPage = ({ answers, draft, pesel, districts, formKey, errors }: ReadBackPageProps) => {
  const { lang, href } = useFrame()
  const t = intakeText[lang]
  const form = href(`/praca/zgloszenia/nowe?szkic=${draft}`)
  const channel = staffChannels.find((known) => known === valueOf(answers, 'channel'))
  const rows = answerRows({ answers, t, pesel, districts, changeHref: () => form })
  const channelRow = { key: t.staff.channel, value: channel && t.staff.channels[channel], actions: [{ href: form }] }
  return (
    <>
      <ErrorSummary errors={errors ?? []} />
      <h1 class="govuk-heading-l">{t.staff.readBackTitle}</h1>
      <p class="govuk-body">{t.staff.readBackLead}</p>
      <SummaryList rows={[channelRow, ...rows]} />
      <ReadAloud>{t.staff.clauseAloud}</ReadAloud>
      <Form action={href('/praca/zgloszenia/nowe/odczytanie')} formKey={formKey} hidden={{ szkic: draft }}>
        <Checkboxes
          name="clauseRead"
          label={t.check.clauseTitle}
          error={errorFor(errors, 'clauseRead')}
          items={[{ value: 'yes', text: t.staff.clauseRead }]}
        />
        <ButtonGroup>
          <Button>{t.staff.save}</Button>
          <ButtonLink href={form} kind="secondary">
            {t.staff.correct}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
