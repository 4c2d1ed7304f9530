import { isShown } from './elements.ts'

/** What tells two views of a page apart without comparing them: equal views have equal fingerprints. */
export interface Fingerprint {
  /** Elements, attributes and what of them is shown; of words only whether there are any. */
  structure: string
  /** The words too. */
  content: string
}

/** Attributes that are words, or lead where the page's language leads. What a form hides is new on each view. */
const worded = /^(alt|title|placeholder|value|content|aria-label|aria-description|label|lang|hreflang|href|action|src)$/

export function fingerprint(): Fingerprint {
  const structure: string[] = []
  const content: string[] = []
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  for (let node: Node | null = walker.root; node; node = walker.nextNode()) {
    if (node instanceof Element) writeElement(node, structure, content)
    else if (node.nodeValue!.trim()) {
      structure.push('words')
      content.push(node.nodeValue!)
    }
  }
  return { structure: digest(structure), content: digest([...structure, ...content]) }
}

function writeElement(element: Element, structure: string[], content: string[]): void {
  const hidden = element instanceof HTMLInputElement && element.type === 'hidden'
  structure.push(`${depthOf(element)} ${element.tagName} ${isShown(element)}`)
  for (const { name, value } of [...element.attributes].toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    structure.push(worded.test(name) ? `${name} ${value.trim() !== ''}` : `${name} ${value}`)
    if (worded.test(name) && !hidden) content.push(value)
  }
}

function depthOf(element: Element): number {
  let depth = 0
  for (let at = element.parentElement; at; at = at.parentElement) depth++
  return depth
}

/** Two hashes of 32 bits: of some thousand views no two are alike by chance. */
function digest(lines: string[]): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (const line of lines) {
    for (let at = 0; at <= line.length; at++) {
      const code = at === line.length ? 0x1_0000 : line.charCodeAt(at)
      a = Math.imul(a ^ code, 2654435761)
      b = Math.imul(b ^ code, 1597334677)
    }
    a = (a << 13) | (a >>> 19)
    b = (b << 17) | (b >>> 15)
  }
  return `${(a >>> 0).toString(36)}-${(b >>> 0).toString(36)}`
}
