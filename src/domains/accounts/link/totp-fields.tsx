import { encodeQR } from 'qr'
import { useFrame } from '#ui/frame.tsx'
import { Details } from '#ui/details.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { errorFor, type FieldError } from '#platform/forms.ts'
import { totpUri } from '../totp.ts'
import { linkText } from './link-text.ts'

interface TotpFieldsProps {
  email: string
  secret: string
  errors: readonly FieldError[]
  /** Headings between the parts, where the page has steps. */
  steps?: boolean
}

/** How the key gets into the app on the phone, and the code that proves it is there. */
export const TotpFields = ({ email, secret, errors, steps = false }: TotpFieldsProps) => {
  const { lang, tenant } = useFrame()
  const t = linkText[lang]
  const uri = totpUri(secret, email, tenant.name)
  return (
    <>
      {steps && <h2 class="govuk-heading-m">{t.stepApp}</h2>}
      <p class="govuk-body">{t.appWhy}</p>
      <p class="govuk-body">{t.appGet}</p>
      <p class="govuk-body">{t.scan}</p>
      <QrPicture text={uri} label={t.picture} />
      <Details summary={t.orKey}>
        <p class="govuk-body">{t.keyLead}</p>
        <p class="govuk-body">
          <code>{secret.match(/.{1,4}/g)!.join(' ')}</code>
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={uri}>
            {t.openApp}
          </a>
        </p>
      </Details>
      {steps && <h2 class="govuk-heading-m">{t.stepCode}</h2>}
      <TextInput
        name="code"
        label={t.code}
        hint={t.codeHint}
        inputMode="numeric"
        width="10"
        autocomplete="one-time-code"
        code
        error={errorFor(errors, 'code')}
      />
    </>
  )
}

const QrPicture = ({ text, label }: { text: string; label: string }) => (
  <img class="splot-qr" src={`data:image/svg+xml,${encodeURIComponent(qrPicture(text))}`} alt={label} />
)

/** Dark squares on white with the quiet edge that cameras want, whatever the colours of the page. */
export function qrPicture(text: string): string {
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: 4 })
  const squares = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  const size = rows.length
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${squares}"/></svg>`
}
