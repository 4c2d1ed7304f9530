import axe from 'axe-core'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { GateResult } from '../../src/information/accessibility-result.ts'
import type { Lanes } from './lanes.ts'
import type { Visit } from './pages.ts'

const file = fileURLToPath(new URL('../../src/information/accessibility-result.json', import.meta.url))

/** The criteria of WCAG 2.2 that our own checks are about; what is missing is a promise of ours beyond them. */
const criteria: Record<string, string> = {
  'control-border': '1.4.11',
  'control-name': '4.1.2',
  'cut-text': '1.4.12',
  'document-language': '3.1.1',
  dragging: '2.5.7',
  'error-link': '3.3.1',
  'error-summary': '3.3.1',
  'focus-obscured': '2.4.11',
  'focus-order': '2.4.3',
  'focus-visible': '2.4.7',
  keyboard: '2.1.1',
  'language-of-parts': '3.1.2',
  moving: '2.2.2',
  'needs-script': '2.1.1',
  'one-h1': '1.3.1',
  paste: '3.3.8',
  question: '1.3.1',
  reference: '4.1.2',
  reflow: '1.4.10',
  'same-id': '4.1.2',
  'skip-link': '2.4.1',
  'target-size': '2.5.8',
  'text-spacing': '1.4.12',
  title: '2.4.2',
  trap: '2.1.2',
  'vague-link': '2.4.4',
}

/** `axe image-alt` is about 1.1.1: axe's own tags say so, as `wcag111`. */
function criterionOf(check: string): string | null {
  const rule = axe.getRules().find(({ ruleId }) => `axe ${ruleId}` === check)
  const digits = rule?.tags.map((tag) => /^wcag(\d)(\d)(\d+)$/.exec(tag)).find((match) => match !== null)
  return digits ? digits.slice(1).join('.') : (criteria[check] ?? null)
}

/** What the statement says of this run. */
export function resultOf(lanes: Lanes, visits: Visit[], checkedOn: Temporal.PlainDate): GateResult {
  const { looks, walks, refusals } = lanes.counts
  const faults = [...lanes.found].map(([check, routes]) => ({
    ...{ criterion: criterionOf(check), check },
    pages: [...routes].toSorted(),
  }))
  return {
    checkedOn: checkedOn.toString(),
    ...{ views: looks, walks, refusedForms: refusals },
    faults: faults.toSorted((a, b) => a.check.localeCompare(b.check, 'en')),
    pages: [...new Set(visits.map(({ route }) => route))].toSorted(),
  }
}

export const readResult = async (): Promise<GateResult> => JSON.parse(await readFile(file, 'utf8')) as GateResult

export const writeResult = (result: GateResult): Promise<void> =>
  writeFile(file, `${JSON.stringify(result, null, 2)}\n`)
