import { dayOf, formatDay } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { ownPath } from '../own/own-account-page.tsx'
import { ownText } from '../own/own-text.ts'

interface CodesPageProps {
  left: number
  madeAt: Temporal.Instant | null
  formKey: string
}

export const CodesPage = ({ left, madeAt, formKey }: CodesPageProps) => {
  const { lang, href } = useFrame()
  const t = ownText[lang]
  return (
    <>
      <h1 class="govuk-heading-l">{t.codesTitle}</h1>
      <p class="govuk-body-l">{t.codesLead}</p>
      <p class="govuk-body">{t.codesKeep}</p>
      {madeAt ? (
        <p class="govuk-body">
          {t.codesLeft(left)}. {t.codesMadeOn(formatDay(lang, dayOf(madeAt)))}
        </p>
      ) : (
        <p class="govuk-body">{t.noCodes}.</p>
      )}
      <Form action={href(`${ownPath}/kody`)} formKey={formKey}>
        {madeAt && <WarningText>{t.renewLead}</WarningText>}
        <Button>{madeAt ? t.renewCodes : t.makeCodes}</Button>
      </Form>
    </>
  )
}

interface CodesShownPageProps {
  codes: readonly string[]
  email: string
  day: Temporal.PlainDate
}

/** Shown in answer to the form, once; it prints as a sheet to be locked away. */
export const CodesShownPage = ({ codes, email, day }: CodesShownPageProps) => {
  const { lang, href } = useFrame()
  const t = ownText[lang]
  return (
    <>
      <h1 class="govuk-heading-l">{t.codesShownTitle}</h1>
      <p class="govuk-body-l splot-on-screen">{t.codesShownLead}</p>
      <p class="govuk-body">{t.codesOf(email, formatDay(lang, day))}</p>
      <ol class="govuk-list govuk-list--number splot-codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p class="govuk-body">{t.codesLead}</p>
      <p class="govuk-body">{t.codesKeep}</p>
      <p class="govuk-body splot-on-screen">{t.howToPrint}</p>
      <ButtonLink href={href(ownPath)}>{t.codesDone}</ButtonLink>
    </>
  )
}
