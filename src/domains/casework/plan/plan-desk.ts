import { may } from '#platform/access.ts'
import { isStaff } from '#platform/actor.ts'
import { dayOf, type Lang } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import type { DeskItem } from '#domains/accounts/public.ts'
import { planScope } from './plan-scope.ts'
import { countGapsNeedingSomeone } from '../gap/gap-queries.ts'
import { gapText } from '../gap/text.ts'
import { ruleSetOn } from '../legal-rules.ts'
import { countPlanDesk } from './plan-list-queries.ts'
import { plansPath } from './plan-paths.ts'
import { planText } from './text.ts'

/** What waits for this person today in plans and gaps; only what they can do something about. */
export async function planDesk(tx: Tx, lang: Lang): Promise<DeskItem[]> {
  if (!isStaff(tx.actor)) return []
  return [...(await planItems(tx, lang)), ...(await gapItems(tx, lang))].filter((item) => item.count > 0)
}

async function planItems(tx: Tx, lang: Lang): Promise<DeskItem[]> {
  if (!may(tx.actor, 'plan.read')) return []
  const today = dayOf(tx.now)
  const firstAlarm = ruleSetOn(today).planAlarmDays[0] ?? 0
  const counts = await countPlanDesk(tx, planScope(tx.actor), {
    today,
    lateSince: today.subtract({ days: firstAlarm }),
  })
  const t = planText[lang].desk
  const item = (count: number, text: (n: number) => string, state: string, urgent = false): DeskItem => ({
    count,
    text: text(count),
    path: state === '' ? plansPath : `${plansPath}?stan=${state}`,
    ...(urgent && { urgent }),
  })
  const decides = may(tx.actor, 'plan.approve') ? [item(counts.toDecide, t.decide, 'submitted')] : []
  if (!may(tx.actor, 'plan.write')) return decides
  return [
    ...decides,
    item(counts.late, t.late, '', true),
    item(counts.returned, t.returned, 'returned'),
    item(counts.toStart, t.toStart, 'approved'),
    item(counts.elapsed, t.elapsed, 'active', true),
    item(counts.toClose, t.toClose, 'ended'),
  ]
}

async function gapItems(tx: Tx, lang: Lang): Promise<DeskItem[]> {
  if (!isStaff(tx.actor) || !may(tx.actor, 'gap.manage')) return []
  const { unowned, due } = await countGapsNeedingSomeone(tx, dayOf(tx.now), tx.actor.accountId)
  const t = gapText[lang].desk
  return [
    { count: unowned, text: t.unowned(unowned), path: '/praca/luki?stan=registered' },
    { count: due, text: t.due(due), path: '/praca/luki?stan=being-initiated', urgent: true },
  ]
}
