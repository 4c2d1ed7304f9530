import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Mutant } from './mutant.ts'

/**
 * What was caught in an earlier run, so that a run of an hour can be taken up after a missing test was written. A guard
 * whose file changed since is tried again.
 */
export class Verdicts {
  readonly #path: string
  readonly #caught: Record<string, string>

  private constructor(path: string, caught: Record<string, string>) {
    this.#path = path
    this.#caught = caught
  }

  static async open(path: string): Promise<Verdicts> {
    const kept = await readFile(path, 'utf8').catch(() => '{}')
    return new Verdicts(path, JSON.parse(kept) as Record<string, string>)
  }

  /** The test that noticed. */
  by(mutant: Mutant): string | undefined {
    return this.#caught[keyOf(mutant)]
  }

  async keep(mutant: Mutant, test: string): Promise<void> {
    this.#caught[keyOf(mutant)] = test
    await mkdir(dirname(this.#path), { recursive: true })
    await writeFile(this.#path, JSON.stringify(this.#caught))
  }
}

const keyOf = ({ kind, change }: Mutant): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, change]))
    .digest('base64url')
