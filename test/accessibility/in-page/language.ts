import { fault, nameElement, type Check } from './elements.ts'

/** The document is in the language that its address promises. */
export const documentLanguage: Check = ({ lang }) =>
  document.documentElement.lang === lang
    ? []
    : [{ check: 'document-language', where: 'html', what: `lang is "${document.documentElement.lang}", not "${lang}"` }]

const cyrillic = /[\u0400-\u04ff]/
const polishLetters = /[ąćęłńśźż]/i
const polishWords = /(?:^|\P{L})(?:oraz|jest|dla|nie|lub|przez|przy|się|ul\.|od|według|usługi|pomoc|opieka)(?!\p{L})/giu
const englishWords = /(?:^|\P{L})(?:the|and|of|with|your|for|this|from|are|you)(?!\p{L})/giu
const addresses = /\S+@\S+|https?:\S+|\b[\w-]+(?:\.[\w-]+)+\b/g
const latinPhrase = /[a-z]{3,}[\s,]+[a-z]{4,}/i

const countOf = (pattern: RegExp, text: string): number => [...text.matchAll(pattern)].length

/** What in the text can't be of the language that it is marked with; undefined when nothing shows. */
function foreignIn(text: string, lang: string): string | undefined {
  const plain = text.replaceAll(addresses, ' ')
  if (lang !== 'uk' && cyrillic.test(plain)) return 'Cyrillic'
  if (lang !== 'pl' && polishLetters.test(plain)) return 'Polish letters'
  if (lang === 'uk' && latinPhrase.test(plain)) return 'Latin words'
  if (lang === 'en' && countOf(polishWords, plain) > 0) return 'Polish words'
  if (lang === 'pl' && countOf(englishWords, plain) > 1) return 'English words'
  return undefined
}

const spoken = ['alt', 'aria-label', 'aria-description', 'title', 'placeholder']

/** Text in another language than its page is marked with its own (WCAG 3.1.2), names of places and offers too. */
export const languageOfParts: Check = ({ names }) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  const found = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement!
    const texts = textsOf(node).filter((text) => text.trim() !== '')
    if (texts.length === 0) continue
    if (element.closest('script, style, noscript, textarea, code, pre, [translate=no]')) continue
    const lang = element.closest('[lang]')?.getAttribute('lang') ?? ''
    for (const text of texts) {
      const foreign = foreignIn(text, lang) && foreignIn(withoutNames(text, names), lang)
      if (foreign) found.push(fault('language-of-parts', element, `${foreign} marked "${lang}": ${shorten(text)}`))
    }
  }
  return found
}

const textsOf = (node: Node): string[] =>
  node instanceof Element ? spoken.map((name) => node.getAttribute(name) ?? '') : [node.nodeValue ?? '']

const withoutNames = (text: string, names: readonly string[]): string =>
  names.reduce((rest, name) => rest.replaceAll(name, ' '), text)

const shorten = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, 60)

/** A link that says it leads to another language says it in that language, and leads there. */
export const languageLinks: Check = () => {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')]
  return links
    .filter((link) => {
      const prefix = link.hreflang === 'pl' ? '' : `/${link.hreflang}`
      const path = location.pathname.replace(/^\/(uk|en)(?=\/|$)/, '')
      const expected = `${prefix}${path}`.replace(/\/$/, '') || '/'
      return (link.pathname.replace(/\/$/, '') || '/') !== expected
    })
    .map((link) => ({ check: 'language-link', where: nameElement(link), what: `leads to ${link.pathname}` }))
}
