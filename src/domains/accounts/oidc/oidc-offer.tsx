import { ButtonLink } from '#ui/button.tsx'
import { useFrame } from '#ui/frame.tsx'
import { oidcText } from './oidc-text.ts'

export const beginPath = '/logowanie/konto-urzedu'

/** On the sign-in page, where the centre has a provider. A link, since browsers don't let a form lead to another site. */
export const OidcOffer = ({ name, next }: { name: string; next: string | undefined }) => {
  const { lang, href } = useFrame()
  const t = oidcText[lang]
  const path = next === undefined ? beginPath : `${beginPath}?dalej=${encodeURIComponent(next)}`
  return (
    <>
      <h2 class="govuk-heading-m">{t.withOffice}</h2>
      <ButtonLink href={href(path)} kind="secondary">
        {t.signIn(name)}
      </ButtonLink>
    </>
  )
}
