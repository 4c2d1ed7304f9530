import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { IdentityBar } from '#ui/identity-bar.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { CaseParts } from '../applications/application-page.tsx'
import { planText } from './text.ts'

interface PlanCreatePageProps {
  applicationId: string
  /** False where the recognition isn't finished, or where this person writes no plans. */
  isPossible: boolean
  version: number
  personName: string
  months: number
  /** True when the law's three months aren't reached: then a reason is asked. */
  needsReason: boolean
  /** An ended plan that this one may continue. */
  previous: { readonly id: string; readonly number: string } | undefined
  formKey: string
  values: FormValues
  errors: readonly FieldError[]
}

/** The step from a recognition to a plan: one press, or a reason where coordination is short. */
export const PlanCreatePage = (props: PlanCreatePageProps) => {
  const { lang, href } = useFrame()
  const { create: t, list } = planText[lang]
  const { applicationId, version, personName, months, needsReason, previous, formKey, values, errors } = props
  const { isPossible } = props
  return (
    <>
      <ErrorSummary errors={errors} />
      <IdentityBar title={personName} />
      <CaseParts applicationId={applicationId} current="plan" mayReadCase />
      <h1 class="govuk-heading-l">{t.title}</h1>
      {!isPossible && <EmptyState title={list.noneYet} text={list.empty} />}
      {isPossible && <p class="govuk-body">{t.months(months)}</p>}
      {isPossible && (
        <Form action={href(`/praca/wnioski/${applicationId}/plan`)} formKey={formKey} hidden={{ version }}>
          {needsReason && (
            <Textarea
              name="shortReason"
              label={t.shortReason}
              hint={t.shortReasonHint}
              rows={3}
              value={valueOf(values, 'shortReason')}
              error={errorFor(errors, 'shortReason')}
            />
          )}
          {previous && (
            <Checkboxes
              name="previous"
              label={t.continues(previous.number)}
              small
              values={[valueOf(values, 'previous')]}
              items={[{ value: previous.id, text: t.continues(previous.number) }]}
            />
          )}
          <Button>{t.start}</Button>
        </Form>
      )}
    </>
  )
}
