import type { Fault } from '../fault.ts'
import { fault, isShown, nameElement, targets } from './elements.ts'

/** What the walk by Tab keeps between two presses. */
interface Walk {
  looks: Map<Element, string>
  expected: HTMLElement[]
  visited: HTMLElement[]
  faults: Fault[]
}

let walk: Walk

/** Before the first press: how everything looks without the focus. Gives how many stops there should be. */
export function beginWalk(): number {
  const expected = targets().filter((element) => element.tabIndex >= 0 && isStop(element))
  const looks = new Map(expected.map((element) => [element, appearance(element)]))
  const jumps = expected.filter((element) => element.tabIndex > 0)
  walk = { looks, expected, visited: [], faults: jumps.map((e) => fault('focus-order', e, 'tabindex above 0')) }
  return expected.length + 4 * expected.filter(hasParts).length
}

/** Of a group of radio buttons only one is a stop: the chosen one, or else the first or last. */
function isStop(element: HTMLElement): boolean {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
  const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
    ({ name, form }) => name === element.name && form === element.form,
  )
  return element === (group.find(({ checked }) => checked) ?? group[0])
}

const drawn = ['outline', 'boxShadow', 'backgroundColor', 'border', 'color', 'textDecoration'] as const

/** Focus may be drawn on the element, or on the label beside it, as for radios and checkboxes. */
function appearance(element: Element): string {
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
  return [element, ...labels]
    .flatMap((part) => [getComputedStyle(part), getComputedStyle(part, '::before')])
    .map((style) => drawn.map((name) => style[name]).join(';'))
    .join('|')
}

/** Where the walk stands after a press: it went on, it is over, or the focus hasn't moved yet. */
export type WalkStep = 'on' | 'over' | 'still'

/** After a press. `isLast` says that nobody will ask again whether the focus has moved by now. */
export function stepWalk(isLast: boolean): WalkStep {
  const active = document.activeElement
  const { visited, expected, faults } = walk
  const isNowhere = !(active instanceof HTMLElement) || active === document.body || active === document.documentElement
  if (isNowhere) return isLast ? 'on' : 'still'
  const stays = active === visited.at(-1) && expected.length > 1
  if (stays && hasParts(active)) return 'on'
  if (stays && !isLast) return 'still'
  if (active === visited[0] && !stays) return 'over'
  if (visited.includes(active)) {
    faults.push(fault('trap', active, 'the focus comes back here and never goes on'))
    return 'over'
  }
  inspect(active, visited.at(-1))
  visited.push(active)
  return 'on'
}

/** The browser's own fields for days and times are several stops in one. */
const hasParts = (element: HTMLElement): boolean =>
  element instanceof HTMLInputElement && /^(date|time|month|week|datetime-local)$/.test(element.type)

function inspect(active: HTMLElement, before: HTMLElement | undefined): void {
  const unfocused = walk.looks.get(active)
  const { faults } = walk
  if (!isShown(active)) faults.push(fault('focus-visible', active, 'has the focus and is not shown'))
  else if (unfocused === appearance(active)) faults.push(fault('focus-visible', active, 'looks the same with focus'))
  if (isCovered(active)) faults.push(fault('focus-obscured', active, 'is covered while it has the focus'))
  if (before && active !== walk.expected[0] && isBefore(active, before)) {
    faults.push(fault('focus-order', active, `stands before ${nameElement(before)} but comes after it`))
  }
}

/** Straight above in the same column, or to the left on the same line. */
function isBefore(active: HTMLElement, before: HTMLElement): boolean {
  const [now, then] = [active.getBoundingClientRect(), before.getBoundingClientRect()]
  if (isLaidOver(before) || isLaidOver(active)) return false
  const sameColumn = now.left < then.right - 1 && then.left < now.right - 1
  const sameLine = now.top < then.bottom - 4 && then.top < now.bottom - 4
  return (sameColumn && now.bottom <= then.top + 1) || (sameLine && !sameColumn && now.right <= then.left + 1)
}

/** Its place on the screen isn't its place on the page. */
function isLaidOver(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (/absolute|fixed|sticky/.test(getComputedStyle(at).position)) return true
  }
  return false
}

/** None of nine points on it reaches it: something lies over all of it (WCAG 2.4.11). */
function isCovered(element: HTMLElement): boolean {
  const rect = element.getClientRects()[0]
  if (!rect || rect.width === 0) return false
  const [left, right] = [Math.max(rect.left, 0), Math.min(rect.right, innerWidth)]
  const [top, bottom] = [Math.max(rect.top, 0), Math.min(rect.bottom, innerHeight)]
  const points = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9].map((y) => [x, y] as const))
  return points.every(([x, y]) => {
    const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)
    if (!hit) return true
    return !(hit.contains(element) || element.contains(hit) || hit.closest('label')?.control === element)
  })
}

/** After the last press: what was never reached, and whether the first stop skips to the content. */
export function endWalk(isOver: boolean): Fault[] {
  const { expected, visited, faults } = walk
  if (!isOver) {
    const last = visited.at(-1) ?? document.body
    return [...faults, fault('trap', last, 'the focus does not come out of here')]
  }
  const missed = expected.filter((element) => !visited.includes(element) && isShown(element) && !isReachedBy(element))
  const [first] = expected
  const skips = first instanceof HTMLAnchorElement && document.getElementById(first.hash.slice(1))?.closest('main')
  return [
    ...faults,
    ...missed.map((element) => fault('keyboard', element, 'is never reached by Tab')),
    ...(first && !skips && expected.length > 1 ? [fault('skip-link', first, 'the first stop skips nothing')] : []),
  ]
}

/** Of radio buttons that none is chosen of, either end may be the stop. */
const isReachedBy = (element: HTMLElement): boolean =>
  element instanceof HTMLInputElement &&
  element.type === 'radio' &&
  walk.visited.some((other) => other instanceof HTMLInputElement && other.name === element.name)
