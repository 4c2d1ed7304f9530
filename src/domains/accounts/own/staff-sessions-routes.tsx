import { Hono } from 'hono'
import { recordAudit } from '#platform/audit.ts'
import { readCookie } from '#platform/web-cookies.ts'
import { recentProof } from '#platform/web-proof.ts'
import { allow, idParam, redirect, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { hashToken } from '../session.ts'
import { endSessionOf } from './end-session.ts'
import { ownText } from './own-text.ts'
import { listAllSessions } from './session-list-queries.ts'
import { StaffSessionsPage, staffSessionsPath } from './staff-sessions-page.tsx'

const mayManage = allow('account.manage')

/** Who is signed in at the centre, and the end of a session that shouldn't go on. */
export const staffSessionsRoutes = () =>
  new Hono<Env>()
    .get(staffSessionsPath, mayManage, async (c) => {
      const { tx, lang } = c.var
      const sessions = await listAllSessions(tx, hashToken(readCookie(c, 'session')))
      recordAudit(tx, { event: 'session.read', detail: { sessions: sessions.length } })
      return page(c, {
        title: ownText[lang].staffSessions,
        wide: true,
        body: <StaffSessionsPage sessions={sessions} />,
      })
    })
    .post(`${staffSessionsPath}/:id/koniec`, mayManage, recentProof(), async (c) => {
      await endSessionOf(c.var.tx, idParam(c))
      return redirect(c, staffSessionsPath)
    })
