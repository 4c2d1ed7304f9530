import type { Tx } from '#platform/tx.ts'
import type { CaseScope } from '../case-scope.ts'
import { openStates } from './application.ts'
import { countApplications, type ApplicationFilter } from './application-queries.ts'

/** Open applications within a scope whose plan is late, is due within seven days, or that nobody has. */
export async function countUrgent(tx: Tx, scope: CaseScope, today: Temporal.PlainDate) {
  const count = (filter: Omit<ApplicationFilter, 'states'>) =>
    countApplications(tx, scope, { states: openStates, ...filter })
  const overdue = await count({ dueBefore: today })
  const dueInAWeek = await count({ dueBefore: today.add({ days: 8 }) })
  return { overdue, dueSoon: dueInAWeek - overdue, unassigned: await count({ coordinator: 'nobody' }) }
}
