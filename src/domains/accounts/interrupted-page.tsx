import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { discardPath, pairs, type InterruptedForm } from './interrupted.ts'
import { signInText } from './sign-in-text.ts'

export const InterruptedPage = ({ form }: { form: InterruptedForm | undefined }) => {
  const { lang, href } = useFrame()
  const t = signInText[lang]
  return (
    <>
      <h1 class="govuk-heading-l">{t.resumeTitle}</h1>
      {form ? (
        <Waiting form={form} />
      ) : (
        <EmptyState title={t.resumeNothing} text={t.nothingNeedsYouText}>
          <a class="govuk-link" href={href('/praca')}>
            {t.deskTitle}
          </a>
        </EmptyState>
      )}
    </>
  )
}

const Waiting = ({ form }: { form: InterruptedForm }) => {
  const { lang, href } = useFrame()
  const t = signInText[lang]
  const fields = pairs(form.values)
  const typed = fields.filter(([name, value]) => !name.startsWith('_') && value.trim() !== '')
  return (
    <>
      <p class="govuk-body-l">{t.resumeLead}</p>
      <p class="govuk-body">
        {t.resumeWhat(typed.length)} {t.resumeWhere} <code>{form.path}</code>
      </p>
      <Details summary={t.resumeShow}>
        <SummaryList rows={typed.map(([key, value]) => ({ key, value }))} />
      </Details>
      <Form action={href(form.path)}>
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button>{t.resumeSend}</Button>
      </Form>
      <Form action={href(discardPath)}>
        <Button kind="secondary">{t.discard}</Button>
      </Form>
    </>
  )
}
