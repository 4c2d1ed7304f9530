import { listClosedCases } from '#domains/casework/public.ts'
import type { Desk } from '#domains/accounts/public.ts'
import { may } from '#platform/access.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import { hasHold } from './legal-hold-queries.ts'
import type { DueFile } from './retention-page.tsx'
import { listRetentionRules } from './retention-queries.ts'
import { closedBefore, dueOn, recordClassOf, ruleOn, type RetentionRule } from './retention.ts'
import { root } from './subject.ts'
import { privacyText } from './text.ts'

const mostListed = 200

/** The files whose time is over by the rules of today, oldest first. Without a rule nothing is due. */
export async function listDue(tx: Tx, rules: readonly RetentionRule[], today: Temporal.PlainDate): Promise<DueFile[]> {
  const byKind = {
    person: ruleOn(rules, recordClassOf.person, today),
    report: ruleOn(rules, recordClassOf.report, today),
  }
  const limits = Object.values(byKind).flatMap((rule) => (rule && closedBefore(rule, today)) ?? [])
  const latest = limits.toSorted((a, b) => Temporal.Instant.compare(b, a))[0]
  if (!latest) return []
  const due: DueFile[] = []
  for (const { kind, id, closedAt } of await listClosedCases(tx, latest, mostListed)) {
    const rule = byKind[kind]
    const day = rule && dueOn(rule, closedAt)
    if (!day || Temporal.PlainDate.compare(day, today) > 0) continue
    due.push({ subject: { kind, id }, closedAt, dueOn: day, held: kind === 'person' && (await hasHold(tx, id)) })
  }
  return due
}

/** What waits for the data protection officer. */
export const privacyDesk: Desk = async (tx, lang) => {
  if (!may(tx.actor, 'personal-data.erase')) return []
  const due = await listDue(tx, await listRetentionRules(tx), dayOf(tx.now))
  const count = due.filter(({ held }) => !held).length
  return count === 0 ? [] : [{ text: privacyText[lang].desk(count), path: `${root}/okresy`, count }]
}
