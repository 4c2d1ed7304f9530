import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import type { virtual as screenReader } from '@guidepup/virtual-screen-reader'
import { inPolish } from './words.ts'

declare const reader: { virtual: typeof screenReader }

const bundled = await build({
  stdin: { contents: "export { virtual } from '@guidepup/virtual-screen-reader'", resolveDir: import.meta.dirname },
  ...{ bundle: true, write: false, minify: true, format: 'iife', globalName: 'reader', target: 'es2024' },
  define: { 'process.env.NODE_ENV': '"production"' },
})
const source = bundled.outputFiles[0]!.text

/** Everything a screen reader says of a part of the page, from its beginning to its end, a line each stop. */
export async function listen(page: Page, part: string): Promise<string[]> {
  await page.evaluate(`${source}; globalThis.reader = reader`)
  const phrases = await page.evaluate(async (selector) => {
    const { virtual } = reader
    // A closed disclosure says its state and hides the rest (HTML-AAM); this reader doesn't know them.
    for (const summary of document.querySelectorAll('summary')) {
      const details = summary.closest('details')!
      summary.role = 'button'
      summary.ariaExpanded = String(details.open)
      for (const rest of details.querySelectorAll<HTMLElement>(':scope > :not(summary)'))
        rest.hidden = !rest.checkVisibility()
    }
    await virtual.start({ container: document.querySelector(selector)! })
    const first = await virtual.lastSpokenPhrase()
    const end = first.startsWith('document') ? 'end of document' : `end of ${first.split(',')[0]}`
    for (let stops = 0; stops < 2000; stops++) {
      await virtual.next()
      const said = await virtual.lastSpokenPhrase()
      if (said.startsWith(end)) break
    }
    const log = await virtual.spokenPhraseLog()
    await virtual.stop()
    return log
  }, part)
  return inPolish(phrases)
}
