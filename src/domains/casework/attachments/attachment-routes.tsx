import { Hono } from 'hono'
import { newFormKey } from '#platform/form-keys.ts'
import { fileField } from '#platform/files/upload.ts'
import { valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { href } from '#platform/i18n.ts'
import { once } from '#platform/web-once.ts'
import { uploadedForm } from '#platform/web-upload.ts'
import { allow, found, idParam, NotFound, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { BackLink } from '#ui/back-link.tsx'
import { page } from '#ui/page.tsx'
import { answerForm, type Outcome, type Problem } from '../answer-form.ts'
import type { Application } from '../applications/application.ts'
import { reachedApplication, readApplication, showApplication } from '../applications/show-application.tsx'
import { readVersion } from '../form-reading.ts'
import { refusalSentence } from '../refusal-text.ts'
import { attachmentsAnchor, applicationPath, attachmentsPath } from './attachment-paths.ts'
import { findAttachment } from './attachment-queries.ts'
import type { Attachment } from './attachment.ts'
import { addAttachment, removeAttachment } from './keep-attachment.ts'
import { longestReason, RemoveAttachmentPage } from './remove-attachment-page.tsx'
import { sendAttachment } from './send-attachment.ts'
import { attachmentsText } from './text.ts'

const one = `${attachmentsPath}/:attachment`
const write = allow('attachment.write')

/** What is handed in with an application: within reach of whoever reaches the application, and of nobody else. */
export const attachmentRoutes = (deps: Deps) =>
  new Hono<Env>()
    .post(attachmentsPath, write, (c) => add(c, deps))
    .get(one, allow('application.read'), async (c) => {
      const application = await readApplication(c)
      return sendAttachment(c, await attachmentOf(c, application), application)
    })
    .get(`${one}/usuniecie`, write, async (c) => {
      const application = await reachedApplication(c)
      return showRemoval(c, application, await attachmentOf(c, application))
    })
    .post(`${one}/usuniecie`, write, (c) => remove(c))

const attachmentOf = async (c: Ctx, application: Application): Promise<Attachment> =>
  found(await findAttachment(c.var.tx, application.id, idParam(c, 'attachment')))

const longestTitle = 200

async function add(c: Ctx, deps: Deps): Promise<Response> {
  const { tx, lang } = c.var
  const application = await reachedApplication(c)
  const { values, file } = await uploadedForm(c)
  const t = attachmentsText[lang]
  const title = valueOf(values, 'title').trim()
  return once(c, values, `attachment ${application.id}`, async () => {
    const refuse = (status: 409 | 422, errors: FieldError[]) =>
      showApplication(c, deps, application, { form: 'attach', status, values, errors })
    const errors = titleErrors(title, lang)
    if ('refused' in file) errors.push({ field: fileField, message: t.fileRefusals[file.refused] })
    if (errors.length > 0 || 'refused' in file) return refuse(422, errors)
    const added = await addAttachment(tx, application, { title, file })
    if ('refused' in added) return refuse(409, [{ field: 'form', message: t.refusals[added.refused] }])
    return backTo(application)
  })
}

function titleErrors(title: string, lang: Ctx['var']['lang']): FieldError[] {
  const t = attachmentsText[lang]
  if (title === '') return [{ field: 'title', message: t.titleMissing }]
  return title.length > longestTitle ? [{ field: 'title', message: t.titleLong(longestTitle) }] : []
}

const backTo = ({ id }: Application): string => `${applicationPath(id)}#${attachmentsAnchor}`

async function showRemoval(
  c: Ctx,
  application: Application,
  attachment: Attachment,
  values: FormValues = {},
  problem?: Problem,
): Promise<Response> {
  const { lang } = c.var
  // It may have been removed by somebody else since: then the page says so.
  if (!attachment.isThere && !problem) throw new NotFound('gone')
  return page(c, {
    title: attachmentsText[lang].removal.title,
    status: problem?.status ?? 200,
    before: <BackLink href={href(lang, backTo(application))} />,
    body: (
      <RemoveAttachmentPage
        applicationId={application.id}
        number={application.number}
        attachment={attachment}
        formKey={newFormKey()}
        values={values}
        errors={problem?.errors ?? []}
      />
    ),
  })
}

async function remove(c: Ctx): Promise<Response> {
  const application = await reachedApplication(c)
  const attachment = await attachmentOf(c, application)
  return answerForm(c, {
    form: `attachment-removal ${attachment.id}`,
    act: (values) => removed(c, application, attachment, values),
    again: (values, problem) => showRemoval(c, application, attachment, values, problem),
  })
}

async function removed(c: Ctx, application: Application, attachment: Attachment, values: FormValues): Promise<Outcome> {
  const { tx, lang } = c.var
  const t = attachmentsText[lang].removal
  const reason = valueOf(values, 'reason').trim()
  if (reason === '') return { errors: [{ field: 'reason', message: t.reasonMissing }] }
  if (reason.length > longestReason) return { errors: [{ field: 'reason', message: t.reasonLong(longestReason) }] }
  const refused = await removeAttachment(tx, application, { ...attachment, version: readVersion(values) }, reason)
  if (refused === 'already-gone') return { refused: t.gone }
  if (refused) return { refused: refusalSentence(lang, refused), changedMeanwhile: true }
  return { to: backTo(application) }
}
