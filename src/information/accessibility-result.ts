import found from './accessibility-result.json' with { type: 'json' }

/** What the accessibility gate (test/accessibility.test.ts) found when it last went through every page. */
export interface GateResult {
  checkedOn: string
  /** A page in one language, at one width, with scripts or without. */
  views: number
  /** Pages gone through by Tab. */
  walks: number
  /** Forms sent empty, to see what comes back. */
  refusedForms: number
  faults: readonly {
    /** Of WCAG 2.2; null for a promise of ours beyond it. */
    criterion: string | null
    check: string
    pages: readonly string[]
  }[]
  /** The routes. */
  pages: readonly string[]
}

export const gateResult: GateResult = found

export type Status = 'compliant' | 'partial' | 'not-compliant'

/**
 * How the statement puts it. Programs prove no more than half of WCAG, so a site that nobody has tried with assistive
 * technology is at most partially compliant; one with faults on most of its pages isn't compliant.
 */
export function statusOf({ faults, pages }: GateResult, unchecked: number): Status {
  const faulty = new Set(faults.flatMap((fault) => fault.pages))
  if (faulty.size * 2 > pages.length) return 'not-compliant'
  return faulty.size > 0 || unchecked > 0 ? 'partial' : 'compliant'
}

/** Each criterion that isn't met, with the number of pages where it isn't. */
export function unmetCriteria({ faults }: GateResult): { criterion: string; pages: number }[] {
  const pages = new Map<string, Set<string>>()
  for (const fault of faults) {
    if (fault.criterion === null) continue
    const known = pages.get(fault.criterion) ?? new Set()
    pages.set(fault.criterion, new Set([...known, ...fault.pages]))
  }
  return [...pages]
    .map(([criterion, where]) => ({ criterion, pages: where.size }))
    .toSorted((a, b) => a.criterion.localeCompare(b.criterion, 'en', { numeric: true }))
}
