import type { Fault } from '../fault.ts'
import { all, fault, holdsAround, isShown, targets, visuallyHidden, type Check } from './elements.ts'

/** Nothing makes the reader scroll sideways; only a table in its own box may be wider (WCAG 1.4.10). */
export const reflow: Check = () => sideways('reflow')

function sideways(check: string): Fault[] {
  const width = document.documentElement.clientWidth
  const [isHidden, scrolls] = [visuallyHidden(), inScrollBox()]
  const wide = all('body *').filter(
    (element) => isOutside(element, width) && !scrolls(element.parentElement) && !isHidden(element),
  )
  if (wide.length > 0) return wide.slice(-3).map((element) => fault(check, element, `wider than ${width} px`))
  const { scrollWidth } = document.documentElement
  return scrollWidth > width ? [{ check, where: 'document', what: `${scrollWidth} px wide on ${width} px` }] : []
}

const isOutside = (element: HTMLElement, width: number): boolean =>
  element.getBoundingClientRect().right > width + 1 && isShown(element) && !element.closest('svg')

const inScrollBox = () =>
  holdsAround(
    (element) =>
      /auto|scroll/.test(getComputedStyle(element).overflowX) &&
      element.getBoundingClientRect().right <= innerWidth + 1,
  )

const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }`

/** Room between letters and lines, as some readers need it, cuts nothing off (WCAG 1.4.12). */
export const textSpacing: Check = () => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(spacing)
  const own = [...document.adoptedStyleSheets]
  document.adoptedStyleSheets = [...own, sheet]
  try {
    return [...cutText('text-spacing'), ...sideways('text-spacing')]
  } finally {
    document.adoptedStyleSheets = own
  }
}

/** The text as it comes is whole too. */
export const wholeText: Check = () => cutText('cut-text')

function cutText(check: string): Fault[] {
  const [isHidden, isCut] = [visuallyHidden(), holdsAround(cutsOff)]
  return all('body *')
    .filter((element) => hasOwnText(element) && isShown(element) && !isHidden(element))
    .filter((element) => isCut(element) || isSpilling(element))
    .map((element) => fault(check, element, 'its text is cut off or runs out of its box'))
}

const hasOwnText = (element: Element): boolean =>
  [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim() !== '')

/** The text, or a box around it, hides what doesn't fit. */
function cutsOff(element: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(element)
  if (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1) return true
  return /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1
}

/** A line of its own text stands below its box. */
function isSpilling(element: HTMLElement): boolean {
  const { display, overflowY } = getComputedStyle(element)
  if (/^(inline|contents)$/.test(display) || overflowY !== 'visible' || element.closest('svg')) return false
  const range = document.createRange()
  const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim())
  const { bottom } = element.getBoundingClientRect()
  return texts.some((text) => {
    range.selectNodeContents(text)
    return range.getBoundingClientRect().bottom > bottom + 4
  })
}

const least = 24

interface Box {
  element: HTMLElement
  left: number
  top: number
  right: number
  bottom: number
}

/** What is pressed is at least 24 px each way, or has that much room around, or stands in a sentence (WCAG 2.5.8). */
export const targetSize: Check = () => {
  const isHidden = visuallyHidden()
  const boxes = targets()
    .filter((element) => !isHidden(element))
    .map(boxOf)
  return boxes
    .filter((box) => isSmall(box) && !isInSentence(box.element) && !hasRoom(box, boxes))
    .map(({ element, left, top, right, bottom }) =>
      fault('target-size', element, `${Math.round(right - left)} × ${Math.round(bottom - top)} px`),
    )
}

/** A label is part of what is pressed for its control. */
function boxOf(element: HTMLElement): Box {
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
  const rects = [element, ...labels].map((part) => part.getBoundingClientRect())
  const [largest] = rects.toSorted((a, b) => Math.min(b.width, b.height) - Math.min(a.width, a.height))
  const { left, top, right, bottom } = largest!
  return { element, left, top, right, bottom }
}

const isSmall = ({ left, top, right, bottom }: Box): boolean =>
  Math.round(right - left) < least || Math.round(bottom - top) < least

function isInSentence(element: HTMLElement): boolean {
  if (getComputedStyle(element).display !== 'inline') return false
  const around = element.closest('p, li, td, dd, th, div, label, span:not(:only-child)')
  const rest = (around?.textContent ?? '').replace(element.textContent, '').trim()
  return rest.length > 0
}

/** A circle of 24 px around its middle touches no other target, nor another small one's circle. */
function hasRoom(box: Box, others: Box[]): boolean {
  const [x, y] = middle(box)
  return others.every((other) => {
    if (other.element === box.element || other.element.contains(box.element) || box.element.contains(other.element))
      return true
    if (isSmall(other)) {
      const [otherX, otherY] = middle(other)
      return Math.hypot(x - otherX, y - otherY) >= least
    }
    const dx = Math.max(other.left - x, 0, x - other.right)
    const dy = Math.max(other.top - y, 0, y - other.bottom)
    return Math.hypot(dx, dy) >= least / 2
  })
}

const middle = ({ left, top, right, bottom }: Box): [number, number] => [(left + right) / 2, (top + bottom) / 2]
