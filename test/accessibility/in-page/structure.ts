import { all, fault, isShown, nameElement, type Check } from './elements.ts'

/** One first heading, and it says something. */
export const oneHeading: Check = () => {
  const headings = all('h1').filter(isShown)
  if (headings.length === 1 && headings[0]!.textContent.trim()) return []
  return [{ check: 'one-h1', where: 'document', what: `${headings.length} first headings` }]
}

const vagueTitles =
  /^(strona|formularz|szczegóły|lista|wynik|dokument|page|form|details|list|untitled|сторінка|форма|деталі|список)?$/i

/** The title's first part, before the centre's name, tells this page from the others. */
export const tellingTitle: Check = ({ refused }) => {
  const own = (document.title.split(' – ')[0] ?? '').trim()
  const found = vagueTitles.test(own) ? [{ check: 'title', where: 'title', what: `"${own}" says nothing` }] : []
  if (refused && !/^(Błąd|Помилка|Error): /.test(document.title)) {
    found.push({ check: 'title', where: 'title', what: 'does not begin with the word for an error' })
  }
  return found
}

const vagueLinks =
  /^(tutaj|tu|więcej|czytaj więcej|kliknij|kliknij tutaj|link|here|click here|more|read more|тут|більше|детальніше|читати далі)[….]*$/i

/** Each link says by itself where it leads. */
export const tellingLinks: Check = () =>
  all('a[href]')
    .filter((link) => vagueLinks.test((link.ariaLabel ?? link.textContent).trim()))
    .map((link) => fault('vague-link', link, 'does not say where it leads'))

/** The policy would block it in the browser; here it is named before. Scripts may set styles, the document may not. */
export const nothingInline: Check = ({ scripts }) => {
  if (scripts) return []
  const handlers = all('*').filter((element) => element.getAttributeNames().some((name) => name.startsWith('on')))
  return [
    ...all('[style], style, script:not([src])').map((element) => fault('inline', element, 'inline style or script')),
    ...handlers.map((element) => fault('inline', element, 'an inline handler')),
    ...all('a[href^="javascript:" i]').map((element) => fault('inline', element, 'a script for an address')),
  ]
}

/** What needs a script to do anything isn't in the page that comes without one. */
export const worksWithoutScripts: Check = ({ scripts }) => {
  if (scripts) return []
  const dead = all('a[href="#"], a[role=button]:not([href]), button[type=button]:not([popovertarget], [commandfor])')
  const homeless = all<HTMLButtonElement>('button:not([type=button])').filter(({ form }) => !form)
  return [...dead, ...homeless].filter(isShown).map((element) => fault('needs-script', element, 'does nothing'))
}

/** The phone stands on every public page, in the same place (WCAG 3.2.6). */
export const phoneInHeader: Check = () => {
  const header = document.querySelector('.splot-header:not(.splot-header--staff)')
  if (!header || header.querySelector('a[href^="tel:"]')) return []
  return [{ check: 'phone', where: nameElement(header), what: 'there is no phone number in the header' }]
}

/** Two elements of one name: a label or an error would lead to the wrong one. */
export const uniqueIds: Check = () => {
  const seen = new Set<string>()
  return all('[id]')
    .filter(({ id }) => seen.has(id) || !seen.add(id))
    .map((element) => fault('same-id', element, 'another element has this id'))
}

/** What moves by itself for ever, and what can only be dragged. */
export const calm: Check = () => {
  const endless = document
    .getAnimations()
    .filter((animation) => animation.effect?.getComputedTiming().iterations === Infinity)
    .map((animation) => (animation.effect instanceof KeyframeEffect ? animation.effect.target : null))
  return [
    ...endless.filter((target) => target !== null).map((target) => fault('moving', target, 'moves without end')),
    ...all('[draggable=true]').map((element) => fault('dragging', element, 'can be dragged; who can not drag?')),
  ]
}
