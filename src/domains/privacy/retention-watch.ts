import { listOfficers } from '#domains/accounts/public.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Database } from '#platform/db.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Logger } from '#platform/log.ts'
import { writeMail } from '#platform/mail.ts'
import type { TenantDirectory } from '#platform/tenant.ts'
import type { Tx } from '#platform/tx.ts'
import { listDue } from './list-due.ts'
import { findLastWatch, insertWatch, listRetentionRules } from './retention-queries.ts'
import { privacyText } from './text.ts'

export interface RetentionWatchOptions {
  database: Database
  tenants: TenantDirectory
  log: Logger
  now: () => Temporal.Instant
}

export interface RetentionWatch {
  /** Looks at each centre that wasn't looked at today; resolves when that is done. */
  look(): Promise<void>
  stop(): Promise<void>
}

/** By clocks in Poland; whoever starts the program later in the day is looked at then. */
const nightEndsAt = 3

const lookAgainAfter = 15 * 60_000

/** Works out each night what is past its time at each centre, and tells the officer. It never erases anything. */
export function startRetentionWatch(options: RetentionWatchOptions): RetentionWatch {
  let running: Promise<void> = Promise.resolve()
  const look = (): Promise<void> => (running = running.then(() => lookAtAll(options)))
  const timer = setInterval(() => void look(), lookAgainAfter).unref()
  return {
    look,
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

/** What fails at one centre keeps no other's officer from knowing. */
async function lookAtAll({ database, tenants, log, now }: RetentionWatchOptions): Promise<void> {
  const at = now()
  if (at.toZonedDateTimeISO('Europe/Warsaw').hour < nightEndsAt) return
  try {
    for (const { id: tenantId } of await tenants.list()) {
      const actor = { kind: 'system', name: 'retention' } as const
      await database
        .inTenant({ tenantId, requestId: 'retention', now: at, actor }, lookAtCentre)
        .catch((error: unknown) => log.error({ err: error }, 'retention could not be looked at'))
    }
  } catch (error) {
    log.error({ err: error }, 'retention could not be looked at')
  }
}

/**
 * Once a day, however many processes look. A letter goes when more is due than the last time: it says that something
 * waits on the officer's list, and nothing of anybody.
 */
export async function lookAtCentre(tx: Tx): Promise<void> {
  const today = dayOf(tx.now)
  const last = await findLastWatch(tx)
  if (last?.lookedOn.equals(today)) return
  const due = (await listDue(tx, await listRetentionRules(tx), today)).filter(({ held }) => !held).length
  if (!(await insertWatch(tx, today, due)) || due <= (last?.due ?? 0)) return
  const { subject, text } = privacyText.pl.retention.letter
  for (const { name, email } of await listOfficers(tx, today))
    await writeMail(tx, { to: { name, address: email }, subject, text })
  recordAudit(tx, { event: 'retention.due', detail: { due } })
}
