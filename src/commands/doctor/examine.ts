import { backupChecks } from './backup-checks.ts'
import { catalogueChecks } from './catalogue-checks.ts'
import { type Check, fail, type Finding, type Scene, type State } from './check.ts'
import { machineChecks } from './machine-checks.ts'
import { mailChecks } from './mail-checks.ts'
import { peopleChecks } from './people-checks.ts'
import { replicaChecks } from './replica-checks.ts'
import { roleChecks } from './role-checks.ts'
import { schemaChecks } from './schema-checks.ts'
import { secretChecks } from './secret-checks.ts'
import { serverChecks } from './server-checks.ts'
import { scanChecks } from './scan-checks.ts'
import { siteChecks } from './site-checks.ts'

/** Everything that is looked at, in the order in which it is told. */
export const checks: readonly Check[] = [
  ...roleChecks,
  ...catalogueChecks,
  ...schemaChecks,
  ...serverChecks,
  ...replicaChecks,
  ...secretChecks,
  ...siteChecks,
  ...mailChecks,
  ...scanChecks,
  ...machineChecks,
  ...backupChecks,
  ...peopleChecks,
]

export interface Examined extends Finding {
  id: string
  what: string
  /** Only where something is to be done. */
  advice?: string
}

/** A check that can't look is a failure: what isn't seen isn't well. */
export async function examine(check: Check, scene: Scene): Promise<Examined> {
  const { id, what, advice } = check
  const finding = await Promise.resolve(scene)
    .then((seen) => check.look(seen))
    .catch((error: Error) => fail(`this could not be looked at: ${error.message}`))
  return { id, what, ...finding, ...(needsWork(finding.state) && { advice }) }
}

const needsWork = (state: State): boolean => state === 'warn' || state === 'fail'

/** 0 when all is well, 1 with warnings, 2 with failures. */
export function exitStatus(examined: readonly Finding[]): 0 | 1 | 2 {
  if (examined.some(({ state }) => state === 'fail')) return 2
  return examined.some(({ state }) => state === 'warn') ? 1 : 0
}
