/**
 * Every statement on a tenant table names tenant_id: row-level security is the second belt, and a schema distributed
 * by tenant answers such a statement from one node. Given to openDatabase as onStatement in the tests of pages.
 */
export function namesTenant(tenantTables: readonly string[]): (statement: string) => void {
  const touching = new RegExp(`\\b(?:from|join|into|update)\\s+"?(?:${tenantTables.join('|')})"?(?![\\w.])`, 'i')
  return (statement) => {
    if (touching.test(statement) && !statement.includes('tenant_id')) {
      throw new Error(`a statement that doesn't name its tenant: ${statement}`)
    }
  }
}
