import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSource, toSourceFile, type SourceFile } from '../../architecture.ts'

/** Commands of the operator, on connections of their own that serve no page. */
const beyondOneCentre = [
  'commands/doctor/scene.ts',
  'platform/backup/copy.ts',
  'platform/backup/restore.ts',
  'platform/backup/snapshot.ts',
  'platform/erasures.ts',
  'platform/personal-data/erasure-function.ts',
  'platform/rotate-keys.ts',
]

/** What the source must not do, because PostgreSQL can't refuse it. */
const files = (await readSource()).filter(({ path }) => !path.includes('.test.'))

interface Rule {
  number: number
  fact: string
  forbidden: RegExp
  /** Where it is done rightly, once. */
  allowed: readonly string[]
  planted: string
}

const rules: Rule[] = [
  {
    number: 16,
    fact: 'the centre is set in one place, for one transaction',
    forbidden: /\bset_config\s*\(|\bset\s+(?:local\s+|session\s+)?splot\./i,
    allowed: ['platform/db.ts', ...beyondOneCentre],
    planted: 'await client.query(`set splot.tenant_id = ${id}`)',
  },
  {
    number: 17,
    fact: 'there is one pool, behind the transaction helper',
    forbidden: /\bnew\s+(?:pg\.)?Pool\s*\(/,
    allowed: ['platform/db.ts'],
    planted: 'const pool = new Pool({ max: 3 })',
  },
  {
    number: 14,
    fact: 'what serves pages copies no rows into tables',
    forbidden: /\bcopy\s+[^;`'"]*\sfrom\s+stdin/i,
    allowed: beyondOneCentre,
    planted: "client.query('copy person from stdin')",
  },
  {
    number: 22,
    fact: 'nobody becomes another role or switches row-level security off',
    forbidden: /\bset\s+(?:local\s+|session\s+)?(?:role|row_security|session\s+authorization)\b/i,
    allowed: beyondOneCentre,
    planted: "client.query('set role postgres')",
  },
]

const broken = ({ forbidden, allowed }: Rule, source: readonly SourceFile[]): string[] =>
  source.filter(({ path, text }) => forbidden.test(text) && !allowed.includes(path)).map(({ path }) => path)

for (const rule of rules) {
  test(`trap ${rule.number}: ${rule.fact}`, () => assert.deepEqual(broken(rule, files), []))

  test(`trap ${rule.number}, the control: a planted line is found where ${rule.fact}`, () => {
    assert.deepEqual(broken(rule, [toSourceFile('domains/casework/queries.ts', rule.planted)]).length, 1)
  })
}
