import { all, fault, isShown, visuallyHidden, type Check } from './elements.ts'

type Colour = [red: number, green: number, blue: number, alpha: number]

function readColour(css: string): Colour {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number)
  return [red, green, blue, alpha]
}

function luminance([red, green, blue]: Colour): number {
  const linear = (channel: number) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(readColour(one)), luminance(readColour(other))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** The colour that lies behind the element. */
export function groundOf(element: Element | null): string {
  for (let at = element; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at)
    if (readColour(backgroundColor)[3] > 0) return backgroundColor
  }
  return 'rgb(255, 255, 255)'
}

const boxes = 'input:not([type=hidden], [type=submit], [type=button], [type=radio], [type=checkbox]), select, textarea'

/** Where one types shows from its surroundings, 3 : 1 at least (WCAG 1.4.11). */
export const controlBorders: Check = () => {
  const typed = all(boxes).map((box) => ({ box, drawn: getComputedStyle(box) }))
  const chosen = all<HTMLInputElement>('input[type=radio], input[type=checkbox]').flatMap((box) =>
    box.labels?.[0] && getComputedStyle(box).opacity === '0'
      ? [{ box, drawn: getComputedStyle(box.labels[0], '::before') }]
      : [],
  )
  const isHidden = visuallyHidden()
  return [...typed, ...chosen]
    .filter(({ box, drawn }) => isShown(box) && !isHidden(box) && !isSeen(drawn, groundOf(box.parentElement)))
    .map(({ box }) => fault('control-border', box, 'its border shows less than 3 : 1'))
}

function isSeen(drawn: CSSStyleDeclaration, ground: string): boolean {
  const hasBorder = parseFloat(drawn.borderBottomWidth) > 0 && drawn.borderBottomStyle !== 'none'
  if (hasBorder && contrast(drawn.borderBottomColor, ground) >= 3) return true
  return readColour(drawn.backgroundColor)[3] > 0 && contrast(drawn.backgroundColor, ground) >= 3
}
