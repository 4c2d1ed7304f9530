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

/** Kept for screen readers only: clipped to a point or moved off the page. */
export function isVisuallyHidden(element: Element): boolean {
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
    const { width, height, right, bottom } = at.getBoundingClientRect()
    const { overflowX, position, clipPath } = getComputedStyle(at)
    if (position !== 'absolute' && position !== 'fixed') continue
    if (width <= 1 && height <= 1 && overflowX !== 'visible') return true
    if (clipPath.startsWith('inset(50%') || right <= 0 || bottom + scrollY <= 0) return true
  }
  return false
}

export const controls =
  'input:not([type=hidden], [type=submit], [type=button], [type=image], [type=reset]), select, textarea'

const interactive = `a[href], area[href], button, summary, iframe, audio[controls], video[controls], ${controls}, [tabindex], [contenteditable=true], [role=button], [role=link]`

export const targets = (): HTMLElement[] => all(interactive).filter((element) => isShown(element) && !isOff(element))

const isOff = (element: Element): boolean =>
  element.matches(':disabled, [inert], [inert] *, [tabindex="-1"]:not(a[href], button, input, select, textarea)')
