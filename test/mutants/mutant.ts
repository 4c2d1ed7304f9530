/** One guard taken away, and the tests that should notice, the likeliest first. */
export interface Mutant {
  kind: string
  /** Where and what, for whoever has to write the missing test. */
  name: string
  tests: readonly string[]
  /** A source file with its new text, or SQL for the migrated database. */
  change: { file: string; text: string } | { sql: string }
}
