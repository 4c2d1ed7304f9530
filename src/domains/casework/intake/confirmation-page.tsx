import type { ComponentChildren } from 'preact'
import { formatInstant } from '#platform/i18n.ts'
import { formatForReading } from '#platform/receipt-code.ts'
import { ButtonGroup, ButtonLink } from '#ui/button.tsx'
import { useFrame } from '#ui/frame.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { Panel } from '#ui/panel.tsx'
import { PhoneCallout } from '#ui/phone-callout.tsx'
import type { Receipt } from './receipt-token.ts'
import { intakeText } from './text.ts'

/** The code in groups of digits, what it is for, and what happens next; printed, it is the slip to keep. */
export const ConfirmationPage = ({ receipt }: { receipt: Receipt }) => {
  const { lang, href } = useFrame()
  const t = intakeText[lang].done
  return (
    <>
      <ReceiptPanel receipt={receipt} />
      <p class="govuk-body">{t.keep}</p>
      <p class="govuk-body">{t.codeFor}</p>
      <SecondFactor receipt={receipt} />
      <h2 class="govuk-heading-m">{t.nextTitle}</h2>
      <ol class="govuk-list govuk-list--number">
        {t.next.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ol>
      <p class="govuk-body splot-on-screen">{t.print}</p>
      <ButtonGroup>
        <ButtonLink href={href('/moja-sprawa')} kind="secondary">
          {t.caseLink}
        </ButtonLink>
      </ButtonGroup>
      <PhoneCallout />
    </>
  )
}

/** For staff: what to read out, and on to the next thing. */
export const StaffConfirmationPage = ({ receipt, mayRead }: { receipt: Receipt; mayRead: boolean }) => {
  const { lang, href } = useFrame()
  const t = intakeText[lang].done
  return (
    <>
      <ReceiptPanel receipt={receipt} />
      <InsetText>{t.readOut}</InsetText>
      <SecondFactor receipt={receipt} />
      <p class="govuk-body splot-on-screen">{t.print}</p>
      <ButtonGroup>
        {mayRead && <ButtonLink href={href(`/praca/zgloszenia/${receipt.reportId}`)}>{t.openReport}</ButtonLink>}
        <ButtonLink href={href('/praca/zgloszenia/nowe')} kind="secondary">
          {t.another}
        </ButtonLink>
      </ButtonGroup>
    </>
  )
}

/** Where the code was shown before; it can't be shown again. */
export const ReceiptGonePage = ({ children }: { children?: ComponentChildren }) => {
  const { lang } = useFrame()
  const t = intakeText[lang].done
  return (
    <>
      <h1 class="govuk-heading-l">{t.gone}</h1>
      <p class="govuk-body">{t.goneText}</p>
      {children}
      <PhoneCallout />
    </>
  )
}

const ReceiptPanel = ({ receipt }: { receipt: Receipt }) => {
  const { lang } = useFrame()
  const t = intakeText[lang].done
  return (
    <Panel title={t.title}>
      {t.codeIs}
      <br />
      <strong class="splot-code">{formatForReading(receipt.code)}</strong>
      <br />
      {t.received} {formatInstant(lang, receipt.receivedAt)}
    </Panel>
  )
}

const SecondFactor = ({ receipt }: { receipt: Receipt }) => {
  const t = intakeText[useFrame().lang].done
  return <p class="govuk-body">{receipt.birthYear === undefined ? t.noYear : t.secondFactor(receipt.birthYear)}</p>
}
