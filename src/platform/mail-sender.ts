import { createTransport } from 'nodemailer'
import type { ChangeFeed } from './changes.ts'
import type { Database } from './db.ts'
import type { Logger } from './log.ts'
import { lockDueMail, textWithLink, updateMailFailed, updateMailSent, type Letter } from './mail.ts'
import type { Sealer } from './sealing.ts'
import type { TenantDirectory } from './tenant.ts'

/** Sends one letter or throws. */
export type Post = (letter: Letter & { from: { name: string; address: string } }) => Promise<void>

/** Milliseconds. A letter holds a database connection while it is sent, and the program waits for it when it ends. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/** Post through an SMTP server. Addresses go as objects: a comma in a string would add a recipient. */
export function smtpPost(url: string): Post {
  const transport = createTransport({ url, ...patience })
  return async ({ to, from, subject, text }) => void (await transport.sendMail({ to, from, subject, text }))
}

export interface MailSenderOptions {
  database: Database
  tenants: TenantDirectory
  sealer: Sealer
  log: Logger
  now: () => Temporal.Instant
  /** Without it letters stay in the mailbox that a page of a test installation shows. */
  post?: Post | undefined
}

export interface MailSender {
  /** Sends what is due now; resolves when that is done. */
  sendDue(): Promise<void>
  stop(): Promise<void>
}

const atOnce = 20
const lookAgainAfter = 30_000

/** Sends letters when the database tells of new ones, and looks again now and then for those put off. */
export function startMailSender(options: MailSenderOptions, feed: ChangeFeed): MailSender {
  let running: Promise<void> = Promise.resolve()
  let queued = false
  const sendDue = (): Promise<void> => {
    if (queued) return running
    queued = true
    running = running.then(() => {
      queued = false
      return sendAll(options).catch((error: unknown) => options.log.error({ err: error }, 'mail could not be sent'))
    })
    return running
  }
  feed.listen('mail', () => void sendDue())
  const timer = setInterval(() => void sendDue(), lookAgainAfter).unref()
  return {
    sendDue,
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

/** What fails at one centre keeps no other's letters back. */
async function sendAll(options: MailSenderOptions): Promise<void> {
  for (const tenant of await options.tenants.list()) {
    const from = { name: tenant.name, address: tenant.email }
    try {
      for (let sent = 0; sent < atOnce; sent += 1) if (!(await sendNext(options, tenant.id, from))) break
    } catch (error) {
      options.log.error({ err: error }, 'mail could not be sent')
    }
  }
}

/** One letter a transaction: what was sent stays sent when the next one fails. False when none is due. */
async function sendNext(
  { database, sealer, log, now, post }: MailSenderOptions,
  tenantId: string,
  from: { name: string; address: string },
): Promise<boolean> {
  const context = { tenantId, requestId: 'mail', now: now(), actor: { kind: 'system', name: 'mail' } as const }
  return database.inTenant(context, async (tx) => {
    const [mail] = await lockDueMail(tx, 1)
    if (!mail) return false
    const to = { name: mail.to_name, address: mail.to_address }
    const posted = async () => post?.({ to, from, subject: mail.subject, text: textWithLink(mail, sealer) })
    const failure = await posted().then(
      () => undefined,
      // What a mail server answers may hold an address: only its code is kept.
      (error: { code?: string }) => error.code ?? 'unknown',
    )
    if (failure === undefined) await updateMailSent(tx, mail.id, post === undefined)
    else {
      log.warn({ mail: mail.id, code: failure }, 'a letter was put off')
      await updateMailFailed(tx, mail.id, mail.attempts + 1, failure)
    }
    return true
  })
}
