import type { Desk, DeskItem } from '#domains/accounts/public.ts'
import { may } from '#platform/access.ts'
import { dayOf } from '#platform/i18n.ts'
import { countUrgent } from './applications/count-urgent.ts'
import { caseScope, reportScope } from './case-scope.ts'
import { deskText } from './desk-text.ts'
import { emergenciesPath } from './emergency/emergency-paths.ts'
import { countEmergencyAccesses } from './emergency/emergency-queries.ts'
import { emergencyText } from './emergency/text.ts'
import { planDesk } from './plan/plan-desk.ts'
import { answerDueOn } from './reports/report-clock.ts'
import { countReports, findOldestNewReport } from './reports/report-queries.ts'

/** What waits for this person in casework: new reports, applications without a coordinator, terms. Nothing at zero. */
export const caseworkDesk: Desk = async (tx, lang) => {
  const t = deskText[lang]
  const today = dayOf(tx.now)
  const items: DeskItem[] = []
  if (may(tx.actor, 'report.answer')) {
    const scope = reportScope(tx.actor)
    const count = await countReports(tx, scope, { states: ['new'] })
    const oldest = await findOldestNewReport(tx, scope)
    const urgent = oldest !== undefined && Temporal.PlainDate.compare(answerDueOn(dayOf(oldest)), today) <= 0
    items.push({ text: t.newReports(count), path: '/praca/zgloszenia?stan=new', count, urgent })
  }
  if (may(tx.actor, 'application.read')) {
    const { overdue, dueSoon, unassigned } = await countUrgent(tx, caseScope(tx.actor), today)
    items.push({ text: t.overdue(overdue), path: '/praca/wnioski?stan=overdue', count: overdue, urgent: true })
    items.push({ text: t.dueSoon(dueSoon), path: '/praca/wnioski', count: dueSoon })
    if (may(tx.actor, 'application.assign')) {
      items.push({ text: t.unassigned(unassigned), path: '/praca/wnioski?stan=unassigned', count: unassigned })
    }
  }
  items.push(...(await planDesk(tx, lang)))
  if (may(tx.actor, 'emergency.review')) {
    const { waiting: count } = await countEmergencyAccesses(tx)
    items.push({ text: emergencyText[lang].list.waiting(count), path: emergenciesPath, count, urgent: true })
  }
  return items.filter(({ count }) => count > 0)
}
