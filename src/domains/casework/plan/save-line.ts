import type { Tx } from '#platform/tx.ts'
import { lineFaults, type SubmitRefusal } from '../plan-rules.ts'
import { editPlan, type Edited } from './edit-plan.ts'
import {
  deleteLine,
  insertLine,
  updateLine,
  updateLinePosition,
  type LineContent,
  type LineKey,
} from './plan-line-queries.ts'
import type { PlanRecord } from './plan-record.ts'

/** What the rules say about a line while it is being written; submitting asks the same again. */
export function whyNotLine(plan: PlanRecord, line: LineContent): SubmitRefusal[] {
  const written = { ...line, id: 'written', serviceInForce: true }
  return lineFaults(written, plan).map((fault) => fault.refusal)
}

export const addLine = (tx: Tx, plan: PlanRecord, line: LineContent): Promise<Edited> =>
  editPlan(tx, plan, {
    what: 'line',
    write: async () => {
      await insertLine(tx, plan.id, nextPosition(plan.lines), line)
      return true
    },
  })

export const changeLine = (
  tx: Tx,
  plan: PlanRecord,
  key: Omit<LineKey, 'planId'>,
  line: LineContent,
): Promise<Edited> =>
  editPlan(tx, plan, { what: 'line', write: () => updateLine(tx, { ...key, planId: plan.id }, line) })

export const removeLine = (tx: Tx, plan: PlanRecord, key: Omit<LineKey, 'planId'>): Promise<Edited> =>
  editPlan(tx, plan, { what: 'line', write: () => deleteLine(tx, { ...key, planId: plan.id }) })

/** Swaps a line with the one before or after it; at the edge nothing happens. */
export const moveLine = (tx: Tx, plan: PlanRecord, lineId: string, by: -1 | 1): Promise<Edited> =>
  editPlan(tx, plan, {
    what: 'line',
    write: async () => {
      const order = plan.lines.map((line) => line.id)
      const at = order.indexOf(lineId)
      const to = at + by
      if (at === -1) return false
      if (to < 0 || to >= order.length) return true
      ;[order[at], order[to]] = [order[to]!, order[at]!]
      for (const [position, id] of order.entries()) await updateLinePosition(tx, plan.id, id, position + 1)
      return true
    },
  })

export const nextPosition = (rows: readonly { readonly position: number }[]): number =>
  Math.max(0, ...rows.map((row) => row.position)) + 1
