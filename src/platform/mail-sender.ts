import { createTransport } from 'nodemailer'
import type { ChangeFeed } from './changes.ts'
import type { Database } from './db.ts'
import type { Logger } from './log.ts'
import { lockDueMail, updateMailFailed, updateMailSent, type Letter } from './mail.ts'
import type { TenantDirectory } from './tenant.ts'
import type { Tx } from './tx.ts'

/** Sends one letter or throws. */
export type Post = (letter: Letter & { from: { name: string; address: string } }) => Promise<void>

/** Post through an SMTP server. Addresses go as objects: a comma in a string would add a recipient. */
export function smtpPost(url: string): Post {
  const transport = createTransport(url)
  return async ({ to, from, subject, text }) => void (await transport.sendMail({ to, from, subject, text }))
}

export interface MailSenderOptions {
  database: Database
  tenants: TenantDirectory
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
  feed.listen((change) => {
    if (!change || change.topic === 'mail') void sendDue()
  })
  const timer = setInterval(() => void sendDue(), lookAgainAfter).unref()
  return {
    sendDue,
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

async function sendAll({ database, tenants, log, now, post }: MailSenderOptions): Promise<void> {
  for (const tenant of await tenants.list()) {
    const from = { name: tenant.name, address: tenant.email }
    const actor = { kind: 'system', name: 'mail' } as const
    const context = { tenantId: tenant.id, requestId: 'mail', now: now(), actor }
    await database.inTenant(context, (tx) => sendFor(tx, { from, post, log }))
  }
}

interface Sending {
  from: { name: string; address: string }
  post: Post | undefined
  log: Logger
}

async function sendFor(tx: Tx, { from, post, log }: Sending): Promise<void> {
  for (const mail of await lockDueMail(tx, atOnce)) {
    const to = { name: mail.to_name, address: mail.to_address }
    try {
      await post?.({ to, from, subject: mail.subject, text: mail.body })
      await updateMailSent(tx, mail.id, post === undefined)
    } catch (error) {
      // What a mail server answers may hold an address: only its code is kept.
      const code = (error as { code?: string }).code ?? 'unknown'
      log.warn({ mail: mail.id, code }, 'a letter was put off')
      await updateMailFailed(tx, mail.id, mail.attempts + 1, code)
    }
  }
}
