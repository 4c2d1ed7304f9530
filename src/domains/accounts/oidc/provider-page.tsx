import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { BackLink } from '#ui/back-link.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { NotificationBanner } from '#ui/notification-banner.tsx'
import { Radios } from '#ui/radios.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { ownText } from '../own/own-text.ts'
import { matchingClaims, secondFactors } from './identity-provider.ts'
import { oidcText } from './oidc-text.ts'

export const providerPath = '/praca/konta/logowanie-z-urzedu'

interface ProviderPageProps {
  values: FormValues
  errors: readonly FieldError[]
  /** What the administrator of the sign-in server must be given; undefined at an address that isn't the centre's. */
  returnAddress: string | undefined
  saved: boolean
}

export const ProviderPage = ({ values, errors, returnAddress, saved }: ProviderPageProps) => {
  const { lang, href } = useFrame()
  const t = oidcText[lang]
  const radios = (name: string) => ({ name, value: valueOf(values, name), error: errorFor(errors, name) })
  return (
    <>
      <ErrorSummary errors={errors} />
      {saved && <NotificationBanner success>{t.saved}</NotificationBanner>}
      <h1 class="govuk-heading-l">{t.settings}</h1>
      <p class="govuk-body">{t.settingsLead}</p>
      <p class="govuk-body">{t.settingsHow}</p>
      <SummaryList
        rows={[{ key: t.returnAddress, value: returnAddress ? <code>{returnAddress}</code> : t.noAddress }]}
      />
      <p class="govuk-body">{t.returnHint}</p>
      <Form action={href(providerPath)} hidden={{ version: valueOf(values, 'version') }}>
        <ServerFields values={values} errors={errors} />
        <Radios
          {...radios('matching-claim')}
          label={t.matchingClaim}
          items={matchingClaims.map((value) => ({ value, text: t.matchingClaims[value] }))}
        />
        <Radios
          {...radios('second-factor')}
          label={t.secondFactor}
          hint={t.secondFactorHint}
          items={secondFactorsShown.map((value) => ({ value, text: t.secondFactors[value] }))}
        />
        <TextInput
          name="acr"
          label={t.acr}
          hint={t.acrHint}
          value={valueOf(values, 'acr')}
          error={errorFor(errors, 'acr')}
          autocomplete="off"
          spellcheck={false}
        />
        <Radios
          {...radios('state')}
          label={t.state}
          items={(['on', 'off'] as const).map((value) => ({ value, text: t.states[value] }))}
        />
        <Button>{t.save}</Button>
      </Form>
    </>
  )
}

/** The one that most offices have comes first. */
const secondFactorsShown = secondFactors.toSorted((a, b) => Number(a === 'own-code') - Number(b === 'own-code'))

const ServerFields = ({ values, errors }: Pick<ProviderPageProps, 'values' | 'errors'>) => {
  const t = oidcText[useFrame().lang]
  const field = (name: string) => ({ name, value: valueOf(values, name), error: errorFor(errors, name) })
  const plain = { autocomplete: 'off', spellcheck: false } as const
  return (
    <>
      <TextInput {...field('name')} label={t.name} hint={t.nameHint} autocomplete="off" />
      <TextInput {...field('issuer')} {...plain} label={t.issuer} hint={t.issuerHint} type="url" />
      <TextInput {...field('client-id')} {...plain} label={t.clientId} />
      <TextInput
        name="client-secret"
        error={errorFor(errors, 'client-secret')}
        label={t.clientSecret}
        hint={t.clientSecretHint}
        type="password"
        autocomplete="off"
      />
    </>
  )
}

export const BackToAccounts = () => {
  const { lang, href } = useFrame()
  return <BackLink href={href('/praca/konta')} text={ownText[lang].toAccounts} />
}
