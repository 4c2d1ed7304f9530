import { BackLink } from '#ui/back-link.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Table } from '#ui/table.tsx'
import { Device, EndSession } from './own-account-page.tsx'
import { ownText } from './own-text.ts'
import type { SignedInBrowser } from './signed-in-browser.ts'

export const staffSessionsPath = '/praca/konta/sesje'

type StaffSession = SignedInBrowser & { accountId: string; name: string }

export const StaffSessionsPage = ({ sessions }: { sessions: readonly StaffSession[] }) => {
  const { lang, href } = useFrame()
  const t = ownText[lang]
  return (
    <>
      <BackLink href={href('/praca/konta')} text={t.toAccounts} />
      <h1 class="govuk-heading-l">{t.staffSessions}</h1>
      <p class="govuk-body">{t.staffSessionsLead}</p>
      <p class="govuk-body">{t.staffSessionsCount(sessions.length)}</p>
      <Table
        caption={t.staffSessions}
        captionHidden
        columns={[{ text: t.person }, { text: t.action, control: true }]}
        rows={sessions.map((session) => [
          <>
            <a class="govuk-link" href={href(`/praca/konta/${session.accountId}`)}>
              {session.name}
            </a>
            <br />
            <Device session={session} />
          </>,
          <EndSession session={session} path={staffSessionsPath} whose={session.name} />,
        ])}
      />
    </>
  )
}
