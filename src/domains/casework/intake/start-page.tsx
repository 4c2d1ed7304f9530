import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { PhoneCallout } from '#ui/phone-callout.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { intakeText } from './text.ts'

/** What will be asked, how long it takes, and the phone beside it. */
export const StartPage = ({ unfinished }: { unfinished: boolean }) => {
  const { lang, href } = useFrame()
  const t = intakeText[lang].start
  return (
    <>
      <h1 class="govuk-heading-xl">{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <WarningText>{t.danger}</WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {t.points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
      {unfinished ? (
        <>
          <InsetText>{t.unfinished}</InsetText>
          <Form action={href('/potrzebuje-pomocy')}>
            <ButtonGroup>
              <ButtonLink href={href('/potrzebuje-pomocy/sprawdz')}>{t.goOn}</ButtonLink>
              <Button kind="secondary">{t.anew}</Button>
            </ButtonGroup>
          </Form>
        </>
      ) : (
        <ButtonLink href={href('/potrzebuje-pomocy/dla-kogo')} start>
          {t.begin}
        </ButtonLink>
      )}
      <PhoneCallout title={t.phoneTitle} text={t.phoneText} />
      <h2 class="govuk-heading-m">{t.haveCode}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={href('/moja-sprawa')}>
          {t.seeCase}
        </a>
      </p>
    </>
  )
}
