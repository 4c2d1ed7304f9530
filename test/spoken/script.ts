import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { listen } from './screen-reader.ts'

/** What somebody who doesn't see the screen does on their way, and what they hear after each step. */
export class Script {
  readonly #lines: string[] = []
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** One step, in the words of the golden file, and what is heard of the page that comes of it. */
  async step(what: string, act: (page: Page) => Promise<unknown>, part = 'main'): Promise<void> {
    await act(this.#page)
    await this.#page.waitForLoadState('load')
    this.#lines.push('', `» ${what}`, `strona: ${await this.#page.title()}`)
    this.#lines.push(...(await listen(this.#page, part)).map(settled))
  }

  /** The golden file is what was heard; SPOKEN=write makes it so. */
  async isAsWritten(name: string): Promise<void> {
    const file = fileURLToPath(new URL(`${name}.txt`, import.meta.url))
    const heard = `${this.#lines.join('\n').trim()}\n`
    if (process.env['SPOKEN'] === 'write') await writeFile(file, heard)
    const written = await readFile(file, 'utf8').catch(() => '')
    assert.deepEqual(
      heard.split('\n'),
      written.split('\n'),
      `${name}.txt: if it sounds right, run it with SPOKEN=write`,
    )
  }
}

/** Without what differs each time: codes, fingerprints, and figures of the accessibility gate. */
const settled = (line: string): string =>
  line
    .replaceAll(/\b\d{4}( \d{4}){3}\b/g, '1234 1234 1234 1234')
    .replaceAll(/\b[0-9a-f]{12,}\b/g, '0123456789ab')
    .replace(/^(Dzień sprawdzenia|Obejrzane|Widoki|Strony przejrzane|Formularze wysłane)([^:]*): .*$/, '$1$2: #')
