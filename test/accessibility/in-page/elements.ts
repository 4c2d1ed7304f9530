import type { Fault } from '../fault.ts'

/** What every check is given. */
export interface Look {
  /** The language that the address promises. */
  lang: string
  /** Whether the page's scripts run. */
  scripts: boolean
  /** 422: the page must say what needs correcting. */
  refused: boolean
  /** Names, and what people typed: these are of no language. */
  names: readonly string[]
}

export type Check = (look: Look) => Fault[]

export const all = <E extends HTMLElement = HTMLElement>(selector: string): E[] => [
  ...document.querySelectorAll<E>(selector),
]

/** A short way to find the element again: its tag, id or first class, and its first words. */
export function nameElement(element: Element): string {
  const tag = element.tagName.toLowerCase()
  const mark = element.id ? `#${element.id}` : element.classList[0] ? `.${element.classList[0]}` : ''
  const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)
  return words ? `${tag}${mark} "${words}"` : tag + mark
}

export const fault = (check: string, element: Element, what: string): Fault => ({
  check,
  where: nameElement(element),
  what,
})

export const isShown = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
  element.getClientRects().length > 0

/** Whether something holds for the element or for one around it, below the body; each is asked once. */
export function holdsAround(holds: (element: Element) => boolean): (element: Element | null) => boolean {
  const known = new Map<Element, boolean>()
  const ask = (element: Element | null): boolean => {
    if (!element || element === document.body) return false
    const answer = known.get(element) ?? (holds(element) || ask(element.parentElement))
    known.set(element, answer)
    return answer
  }
  return ask
}

/** Kept for screen readers only: clipped to a point or moved off the page. Ask one that was made after the last change. */
export const visuallyHidden = (): ((element: Element) => boolean) =>
  holdsAround((element) => {
    const { overflowX, position, clipPath } = getComputedStyle(element)
    if (position !== 'absolute' && position !== 'fixed') return false
    const { width, height, right, bottom } = element.getBoundingClientRect()
    if (width <= 1 && height <= 1 && overflowX !== 'visible') return true
    return clipPath.startsWith('inset(50%') || right <= 0 || bottom + scrollY <= 0
  })

export const controls =
  'input:not([type=hidden], [type=submit], [type=button], [type=image], [type=reset]), select, textarea'

/** A form that has something to fill in. */
export const typedForm = 'main form[method=post]:has(input:not([type=hidden]), textarea, select)'

const interactive = `a[href], area[href], button, summary, iframe, audio[controls], video[controls], ${controls}, [tabindex], [contenteditable=true], [role=button], [role=link]`

export const targets = (): HTMLElement[] => all(interactive).filter((element) => isShown(element) && !isOff(element))

const isOff = (element: Element): boolean =>
  element.matches(':disabled, [inert], [inert] *, [tabindex="-1"]:not(a[href], button, input, select, textarea)')
