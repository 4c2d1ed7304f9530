import type { StaffMember } from '#domains/accounts/public.ts'
import { extensions } from '#platform/files/file-type.ts'
import { fileField } from '#platform/files/upload.ts'
import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { formatInstant } from '#platform/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { FileUpload } from '#ui/file-upload.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { attachmentPath, attachmentsAnchor, applicationPath, removalPath } from './attachment-paths.ts'
import { whyNotAttach, type Attachment } from './attachment.ts'
import type { Application } from '../applications/application.ts'
import { formatSize } from './file-size.ts'
import { attachmentsText } from './text.ts'

export interface AttachmentsProps {
  application: Pick<Application, 'id' | 'state'>
  attachments: readonly Attachment[]
  staff: ReadonlyMap<string, StaffMember>
  /** False for who only reads, and while the case is looked at in an emergency. */
  mayAttach: boolean
  formKey: string
  values: FormValues
  errors: readonly FieldError[]
}

/** What was handed in with the application: to be saved, added to, or taken away. */
export const AttachmentsSection = (props: AttachmentsProps) => {
  const { lang } = useFrame()
  const t = attachmentsText[lang]
  const { attachments, application, mayAttach } = props
  const standing = attachments.filter(({ removal }) => !removal)
  const removed = attachments.filter(({ removal }) => removal)
  const refused = whyNotAttach(application.state, standing.length)
  return (
    <section aria-labelledby={attachmentsAnchor} class="splot-attachments">
      <h2 class="govuk-heading-m" id={attachmentsAnchor}>
        {t.title}
      </h2>
      {standing.length === 0 && <p class="govuk-body">{t.none}</p>}
      {standing.length > 0 && (
        <ul class="splot-attachments__list">
          {standing.map((attachment) => (
            <Standing {...props} attachment={attachment} />
          ))}
        </ul>
      )}
      {removed.length > 0 && <Removed {...props} removed={removed} />}
      {mayAttach && (refused ? <p class="govuk-body">{t.refusals[refused]}</p> : <AttachForm {...props} />)}
    </section>
  )
}

type OneProps = AttachmentsProps & { attachment: Attachment }

const Standing = ({ application, attachment, staff, mayAttach }: OneProps) => {
  const { lang, href } = useFrame()
  const t = attachmentsText[lang]
  const { id, title, name, type, size, addedBy, addedAt, isThere } = attachment
  if (!isThere) return <li class="splot-attachments__item">{t.erased}</li>
  const kind = extensions[type].toUpperCase()
  return (
    <li class="splot-attachments__item">
      <a class="govuk-link" href={href(attachmentPath(application.id, id))}>
        {title} ({kind}, {formatSize(lang, size)})
      </a>
      <p class="splot-attachments__about">
        {t.fileName}: <bdi>{name}</bdi>
        <br />
        {t.added(staff.get(addedBy)?.name ?? '', formatInstant(lang, addedAt))}
      </p>
      {mayAttach && (
        <a class="govuk-link" href={href(removalPath(application.id, id))}>
          {t.remove}
          <span class="govuk-visually-hidden">: {title}</span>
        </a>
      )}
    </li>
  )
}

const Removed = ({ removed, staff }: AttachmentsProps & { removed: readonly Attachment[] }) => {
  const { lang } = useFrame()
  const t = attachmentsText[lang]
  return (
    <Details summary={t.removed(removed.length)}>
      <ul class="govuk-list govuk-list--spaced">
        {removed.map(({ title, removal }) => (
          <li>
            <strong>{title}</strong>
            <br />
            {t.removedBy(staff.get(removal!.by)?.name ?? '', formatInstant(lang, removal!.at))}
            <br />
            {t.why}: {removal!.reason}
          </li>
        ))}
      </ul>
    </Details>
  )
}

const AttachForm = ({ application, formKey, values, errors }: AttachmentsProps) => {
  const { lang, href } = useFrame()
  const t = attachmentsText[lang]
  return (
    <Details summary={t.add} open={errors.length > 0}>
      <Form action={href(`${applicationPath(application.id)}/zalaczniki`)} formKey={formKey} withFile>
        <TextInput
          name="title"
          label={t.what}
          hint={t.whatHint}
          value={valueOf(values, 'title')}
          error={errorFor(errors, 'title')}
        />
        <FileUpload
          name={fileField}
          label={t.file}
          hint={t.fileHint}
          accept=".pdf,.jpg,.jpeg,.png"
          error={errorFor(errors, fileField)}
        />
        <Button>{t.add}</Button>
      </Form>
    </Details>
  )
}
