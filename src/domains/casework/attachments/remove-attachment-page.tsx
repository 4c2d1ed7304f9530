import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { removalPath } from './attachment-paths.ts'
import type { Attachment } from './attachment.ts'
import { attachmentsText } from './text.ts'

interface RemoveAttachmentPageProps {
  applicationId: string
  number: string
  attachment: Attachment
  formKey: string
  values: FormValues
  errors: readonly FieldError[]
}

export const longestReason = 500

/** Asks why before a file is taken away for good. */
export const RemoveAttachmentPage = (props: RemoveAttachmentPageProps) => {
  const { lang, href } = useFrame()
  const t = attachmentsText[lang].removal
  const { applicationId, number, attachment, formKey, values, errors } = props
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.which(attachment.title, number)}</p>
      <WarningText>{t.warning}</WarningText>
      <Form
        action={href(removalPath(applicationId, attachment.id))}
        formKey={formKey}
        hidden={{ version: attachment.version }}
      >
        <Textarea
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          rows={3}
          maxLength={longestReason}
          value={valueOf(values, 'reason')}
          error={errorFor(errors, 'reason')}
        />
        <Button kind="warning">{t.button}</Button>
      </Form>
    </>
  )
}
