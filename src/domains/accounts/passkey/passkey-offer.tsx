import type { ComponentChildren } from 'preact'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { passkeyText } from './passkey-text.ts'

interface CeremonyFormProps {
  kind: 'add' | 'sign-in'
  /** Where the form goes; the challenge is at `/wyzwanie` below it. */
  path: string
  formKey?: string
  hidden: Record<string, string>
  /** What is said when the person or the device declines. */
  cancelled: string
  /** Said instead where the device holds a passkey already. */
  known?: string
  children: ComponentChildren
}

/** What the script fills in with the device's answer, by the names that it uses. */
const answered = {
  add: ['credentialId', 'clientData', 'authenticatorData', 'publicKey'],
  'sign-in': ['credentialId', 'clientData', 'authenticatorData', 'signature', 'userHandle'],
} as const

/** A form that only a script can fill in: nobody sees it before the script has found that this browser can. */
export const CeremonyForm = ({ kind, path, formKey, hidden, cancelled, known, children }: CeremonyFormProps) => {
  const { href, assets } = useFrame()
  const empty = Object.fromEntries(answered[kind].map((name) => [name, '']))
  return (
    <div data-passkey={kind} data-challenge={href(`${path}/wyzwanie`)} hidden>
      <Form action={href(path)} hidden={{ ...hidden, ...empty }} {...(formKey !== undefined && { formKey })}>
        {children}
      </Form>
      <div role="alert">
        <div data-passkey-cancelled hidden>
          <p class="govuk-body">
            <strong>{cancelled}</strong>
          </p>
        </div>
        {known !== undefined && (
          <div data-passkey-known hidden>
            <p class="govuk-body">
              <strong>{known}</strong>
            </p>
          </div>
        )}
      </div>
      <script type="module" src={assets.url('passkey.js')} />
    </div>
  )
}

/** On the sign-in page, below the password. */
export const PasskeyOffer = ({ next }: { next: string | undefined }) => {
  const t = passkeyText[useFrame().lang]
  return (
    <CeremonyForm
      kind="sign-in"
      path="/logowanie/klucz"
      hidden={next ? { dalej: next } : {}}
      cancelled={t.signInCancelled}
    >
      <h2 class="govuk-heading-m">{t.or}</h2>
      <p class="govuk-body">{t.signInHint}</p>
      <Button kind="secondary">{t.signIn}</Button>
    </CeremonyForm>
  )
}
