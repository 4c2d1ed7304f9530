import { catalogueRules } from '#platform/catalogue/rules.ts'
import type { Check } from './check.ts'
import { none } from './check.ts'

/** The rules that the tests hold at every change, asked of this database: someone may have changed it by hand. */
export const catalogueChecks: readonly Check[] = catalogueRules.map((rule) => ({
  id: `catalogue-${rule.id}`,
  what: rule.fact,
  advice: 'Somebody changed the database by hand: take that back, or restore. db/schema.sql tells how it should be.',
  look: async ({ ask, tables }) => {
    const rows = await ask<{ broken: string }>(rule.query, rule.values?.(tables))
    return none(
      rows.map(({ broken }) => broken),
      'so it is',
    )
  },
}))
