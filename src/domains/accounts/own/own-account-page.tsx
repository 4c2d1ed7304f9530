import { formatInstant } from '#platform/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { NotificationBanner } from '#ui/notification-banner.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Account } from '../account.ts'
import { oidcText } from '../oidc/oidc-text.ts'
import { passkeyText } from '../passkey/passkey-text.ts'
import { peopleText } from '../people-text.ts'
import { ownText } from './own-text.ts'
import type { SignedInBrowser } from './signed-in-browser.ts'

interface OwnAccountPageProps {
  account: Account
  /** Recovery codes that haven't been used; none were ever made where it is undefined. */
  codesLeft: number | undefined
  passkeys: number
  /** The account is linked with one at the identity provider. */
  linked: boolean
  sessions: readonly SignedInBrowser[]
  /** They come from a change that has been saved. */
  changed: boolean
}

export const ownPath = '/praca/moje-konto'

export const OwnAccountPage = ({ account, codesLeft, passkeys, linked, sessions, changed }: OwnAccountPageProps) => {
  const { lang, href } = useFrame()
  const t = ownText[lang]
  const words = peopleText[lang]
  const keys = passkeyText[lang]
  const office = oidcText[lang]
  const to = (path: string, text: string) => [{ href: href(`${ownPath}/${path}`), text, what: '' }]
  /** Heard with the name of its row. */
  const details = (path: string) => [{ href: href(`${ownPath}/${path}`), text: t.details }]
  return (
    <>
      {changed && <NotificationBanner success>{t.changed}</NotificationBanner>}
      <h1 class="govuk-heading-l">{t.title}</h1>
      <SummaryList
        rows={[
          { key: words.name, value: account.name },
          { key: words.email, value: account.email },
          { key: t.password, value: t.yes, actions: to('haslo', t.changePassword) },
          { key: t.phone, value: t.setUp, actions: to('telefon', t.changePhone) },
          {
            key: t.codes,
            value: codesLeft === undefined ? t.noCodes : t.codesLeft(codesLeft),
            actions: details('kody'),
          },
          { key: keys.title, value: passkeys || keys.noneYet, actions: details('klucze') },
          {
            key: office.own,
            value: linked ? office.linked : office.notLinked,
            actions: details('konto-urzedu'),
          },
        ]}
      />
      <h2 class="govuk-heading-m">{t.sessions}</h2>
      <p class="govuk-body">{t.sessionsLead}</p>
      <Sessions sessions={sessions} />
      <p class="govuk-body">{t.endAllLead}</p>
      <Form action={href(`${ownPath}/sesje/koniec`)}>
        <Button kind="warning">{t.endAll}</Button>
      </Form>
    </>
  )
}

const Sessions = ({ sessions }: { sessions: readonly SignedInBrowser[] }) => {
  const t = ownText[useFrame().lang]
  return (
    <Table
      caption={t.sessions}
      captionHidden
      columns={[{ text: t.device }, { text: t.action, control: true }]}
      rows={sessions.map((session) => [
        <Device session={session} />,
        <EndSession session={session} path={`${ownPath}/sesje`} />,
      ])}
    />
  )
}

/** "Firefox, Windows", since when and when last seen, and whether it is the one that asks. One cell: it fits a phone. */
export const Device = ({ session }: { session: SignedInBrowser }) => {
  const { lang } = useFrame()
  const t = ownText[lang]
  return (
    <>
      {session.browser || t.unknownDevice} {session.current && <Tag kind="done">{t.thisOne}</Tag>}
      <br />
      {t.since}: {formatInstant(lang, session.since)}
      <br />
      {t.lastSeen}: {formatInstant(lang, session.lastSeen)}
    </>
  )
}

/** A button that ends one session; `path` is where sessions are ended, `whose` tells the buttons apart to who hears them. */
export const EndSession = ({ session, path, whose }: { session: SignedInBrowser; path: string; whose?: string }) => {
  const { lang, href } = useFrame()
  const t = ownText[lang]
  const device = t.sinceOf(whose ?? (session.browser || t.unknownDevice), formatInstant(lang, session.since))
  return (
    <Form action={href(`${path}/${session.id}/koniec`)}>
      <Button kind="secondary">
        {t.end} <span class="govuk-visually-hidden">{t.endOf(device)}</span>
      </Button>
    </Form>
  )
}
