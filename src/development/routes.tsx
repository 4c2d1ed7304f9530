import { Hono } from 'hono'
import type { Config } from '#platform/config.ts'
import { formatInstant } from '#platform/i18n.ts'
import { listMail, textWithLink } from '#platform/mail.ts'
import type { Deps, Env } from '#platform/web.ts'
import { Examples } from '#ui/examples.tsx'
import { page } from '#ui/page.tsx'
import { Mailbox } from './mailbox-page.tsx'

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

/** Pages that exist only where nobody else can come: an embedded database behind a loopback address. */
export const isTestInstallation = (config: Config): boolean => !config.databaseUrl && loopback.has(config.host)

/** For those who build Splot: the e-mails that were written, and every component in every state. */
export const developmentRoutes = ({ config, sealer }: Deps) => {
  const routes = new Hono<Env>()
  if (!isTestInstallation(config)) return routes
  if (!config.smtpUrl) {
    routes.get('/dev/poczta', async (c) => {
      const letters = await listMail(c.var.tx, 50)
      const shown = letters.map((letter) => ({
        ...letter,
        body: textWithLink(letter, sealer),
        written: formatInstant(c.var.lang, letter.written_at),
      }))
      return page(c, { title: 'Development mailbox', body: <Mailbox letters={shown} />, noindex: true })
    })
  }
  return routes.get('/dev/elementy', (c) =>
    page(c, { title: 'Components', body: <Examples />, wide: true, noindex: true }),
  )
}
