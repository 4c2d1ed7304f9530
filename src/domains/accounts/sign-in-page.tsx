import type { ComponentChildren } from 'preact'
import type { FieldError } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { NotificationBanner } from '#ui/notification-banner.tsx'
import { Table } from '#ui/table.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { accessText } from './access-text.ts'
import { resetPath } from './link/access-link.ts'
import { linkText } from './link/link-text.ts'
import type { SampleOffer } from './sample-offer.ts'
import { signInText } from './sign-in-text.ts'
import type { SignInRefusal } from './sign-in.ts'

export interface SignInPageProps {
  email?: string | undefined
  next?: string | undefined
  refusal?: SignInRefusal | 'sample-wait' | undefined
  /** Why another way didn't lead in, in a sentence. */
  otherRefusal?: string | undefined
  /** What they have just done: left, or set a new password. */
  done?: 'signed-out' | 'password' | undefined
  samples: readonly SampleOffer[]
  /** The other ways in. */
  children?: ComponentChildren
}

export const SignInPage = ({ email, next, refusal, otherRefusal, done, samples, children }: SignInPageProps) => {
  const { lang, href } = useFrame()
  const t = signInText[lang]
  const errors: FieldError[] = []
  if (refusal === 'sample-wait') errors.push({ field: 'form', message: t.sampleWait })
  else if (otherRefusal !== undefined) errors.push({ field: 'form', message: otherRefusal })
  else if (refusal) errors.push({ field: 'email', message: t.refusals[refusal] })
  return (
    <>
      <ErrorSummary errors={errors} />
      {done === 'signed-out' && <NotificationBanner success>{t.signedOut}</NotificationBanner>}
      {done === 'password' && <NotificationBanner success>{linkText[lang].changed}</NotificationBanner>}
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <Form action={href('/logowanie')} hidden={next ? { dalej: next } : {}}>
        <TextInput
          name="email"
          label={t.email}
          type="email"
          value={email}
          autocomplete="username"
          spellcheck={false}
          error={errors.find(({ field }) => field === 'email')?.message}
        />
        <TextInput
          name="password"
          label={t.password}
          hint={t.passwordHint}
          type="password"
          autocomplete="current-password"
        />
        <TextInput
          name="code"
          label={t.code}
          hint={t.codeHint}
          inputMode="numeric"
          width="10"
          autocomplete="one-time-code"
          code
        />
        <Button>{t.submit}</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={href(resetPath)}>
          {t.forgotten}
        </a>
      </p>
      <p class="govuk-body">{t.lostPhone}</p>
      {children}
      <p class="govuk-body">
        {t.notForResidents}{' '}
        <a class="govuk-link" href={href('/potrzebuje-pomocy')}>
          {t.reportNeed}
        </a>
      </p>
      {samples.length > 0 && <Samples samples={samples} next={next} />}
    </>
  )
}

const Samples = ({ samples, next }: { samples: readonly SampleOffer[]; next: string | undefined }) => {
  const { lang } = useFrame()
  const t = signInText[lang]
  const { role, name, enter, email, password, code } = t.sampleColumns
  return (
    <section class="splot-apart">
      <h2 class="govuk-heading-m">{t.samples}</h2>
      <p class="govuk-body">{t.samplesWhy}</p>
      <Table
        caption={t.samples}
        captionHidden
        columns={[{ text: role }, { text: name }, { text: enter }]}
        rows={samples.map((sample) => [
          accessText[lang].roles[sample.role],
          sample.name,
          <SampleButton sample={sample} next={next} />,
        ])}
      />
      <Details summary={t.sampleTyped}>
        <Table
          caption={t.samples}
          captionHidden
          columns={[{ text: email }, { text: password }, { text: code }]}
          rows={samples.map((sample) => [sample.email, sample.password, sample.code ?? t.noCodeNow])}
        />
      </Details>
    </section>
  )
}

const SampleButton = ({ sample, next }: { sample: SampleOffer; next: string | undefined }) => {
  const { lang, href } = useFrame()
  return (
    <Form action={href('/logowanie/przyklad')} hidden={{ konto: sample.email, ...(next && { dalej: next }) }}>
      <Button kind="secondary">{signInText[lang].signInAs(sample.name)}</Button>
    </Form>
  )
}
