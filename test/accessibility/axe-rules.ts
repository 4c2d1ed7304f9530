import axe from 'axe-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Axe itself asks what it calls an experiment only when told to; of these we want one. */
const isAsked = ({ ruleId, tags }: axe.RuleMetadata): boolean =>
  ruleId === 'label-content-name-mismatch' || !tags.some((tag) => /^(experimental|deprecated)$/.test(tag))

/** WCAG 2.2 A and AA and the best practices. */
const rulesAsked = axe
  .getRules(tags)
  .filter(isAsked)
  .map(({ ruleId }) => ruleId)

/** Rules that ask about names, labels and languages: another language may answer differently. */
const aboutWords =
  /name|label|title|alt$|lang|empty-|unique|roledescription|braille|link-in-text-block|skip-link|bypass/

/** Rules that ask where things stand and in which colour: another width may answer differently. */
const aboutLayout = /^(color-contrast|target-size|scrollable-region-focusable|link-in-text-block)$/

/** One view of a page: its language, its width, and the fingerprint of its structure. */
export interface View {
  lang: string
  width: number
  structure: string
}

/**
 * Remembers what axe answered about one page. A rule is asked about every structure that the page has, about words in
 * every language, about layout at every width; where none of what it reads has changed, its answer stands.
 */
export function axeMemory(): (view: View) => string[] {
  const answered = new Set<string>()
  return ({ lang, width, structure }) =>
    rulesAsked.filter((rule) => {
      const key = [rule, structure, aboutWords.test(rule) && lang, aboutLayout.test(rule) && width].join(' ')
      return !answered.has(key) && answered.add(key)
    })
}
