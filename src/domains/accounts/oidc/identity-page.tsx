import { formatInstant } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { NotificationBanner } from '#ui/notification-banner.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import type { LinkedIdentity } from './identity-provider.ts'
import { oidcText } from './oidc-text.ts'

export const identityPath = '/praca/moje-konto/konto-urzedu'

interface IdentityPageProps {
  /** The provider's name; undefined where the centre has none in use. */
  provider: string | undefined
  identity: LinkedIdentity | undefined
  linkedNow: boolean
}

export const IdentityPage = ({ provider, identity, linkedNow }: IdentityPageProps) => {
  const { lang, href } = useFrame()
  const t = oidcText[lang]
  return (
    <>
      {linkedNow && identity && <NotificationBanner success>{t.linkedNow}</NotificationBanner>}
      <h1 class="govuk-heading-l">{t.own}</h1>
      <p class="govuk-body">{provider === undefined ? t.nothing : t.ownLead(provider)}</p>
      {identity && <Linked identity={identity} />}
      {!identity && provider !== undefined && (
        <>
          <p class="govuk-body">{t.linkWhy}</p>
          <Form action={href(identityPath)}>
            <Button>{t.linkFirst}</Button>
          </Form>
        </>
      )}
    </>
  )
}

const Linked = ({ identity: { issuer, linkedAt, lastUsedAt } }: { identity: LinkedIdentity }) => {
  const { lang, href } = useFrame()
  const t = oidcText[lang]
  return (
    <>
      <SummaryList
        rows={[
          { key: t.issuer, value: issuer },
          { key: t.linkedSince, value: formatInstant(lang, linkedAt) },
          { key: t.lastUsed, value: lastUsedAt ? formatInstant(lang, lastUsedAt) : t.never },
        ]}
      />
      <p class="govuk-body">{t.unlinkLead}</p>
      <Form action={href(`${identityPath}/rozlaczenie`)}>
        <Button kind="warning">{t.unlink}</Button>
      </Form>
    </>
  )
}

/** A page between: browsers don't let a form lead to another site, and the person should know that they leave. */
export const GoThere = ({ provider, address }: { provider: string; address: string }) => {
  const t = oidcText[useFrame().lang]
  return (
    <>
      <h1 class="govuk-heading-l">{t.goTitle}</h1>
      <p class="govuk-body">{t.goLead(provider)}</p>
      <ButtonLink href={address}>{t.go}</ButtonLink>
    </>
  )
}
