import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { PhoneLink } from '#ui/phone-link.tsx'
import { Radios } from '#ui/radios.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { emergencyPath } from './emergency-paths.ts'
import { emergencyHours, emergencyPurposes } from './emergency.ts'
import { emergencyText } from './text.ts'

interface EmergencyPageProps {
  formKey: string
  values: FormValues
  errors: readonly FieldError[]
}

/** Asks for the case, unless the page that wasn't found named it, and says beforehand who will know. */
export const EmergencyPage = ({ formKey, values, errors }: EmergencyPageProps) => {
  const { lang, href, tenant } = useFrame()
  const t = emergencyText[lang]
  const named = valueOf(values, 'case')
  const of = (name: string) => ({ name, value: valueOf(values, name), error: errorFor(errors, name) })
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead(emergencyHours)}</p>
      <WarningText>{t.warning}</WarningText>
      <p class="govuk-body">
        {t.elseCall} <PhoneLink phone={tenant.phone} />
      </p>
      <Form action={href(emergencyPath)} formKey={formKey} hidden={named === '' ? {} : { case: named }}>
        {named === '' && (
          <TextInput {...of('number')} label={t.number} hint={t.numberHint} width="20" spellcheck={false} />
        )}
        <Radios
          {...of('purpose')}
          label={t.purpose}
          labelSize="m"
          items={emergencyPurposes.map((value) => ({ value, text: t.purposes[value] }))}
        />
        <Textarea {...of('reason')} label={t.reason} hint={t.reasonHint} rows={4} maxLength={1000} />
        <Button kind="warning">{t.open}</Button>
      </Form>
    </>
  )
}
