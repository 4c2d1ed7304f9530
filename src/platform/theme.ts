/** The two colours that a centre may choose; everything else is the same everywhere. Written as `#0b5260`. */
export interface Theme {
  brand: string
  accent: string
}

export const defaultTheme: Theme = { brand: '#0b5260', accent: '#a33a1e' }

const paper = '#ffffff'
const wash = '#f6f3ee'
const hex = /^#[0-9a-f]{6}$/

export type ThemeRefusal = 'not-a-colour' | 'text-too-pale' | 'text-too-pale-on-tint'

/**
 * WCAG 2.2, 1.4.3: text in these colours needs 4.5:1 on paper and on wash. That is above the 3:1 which 1.4.11 asks of
 * borders, so a pair that passes may draw borders too.
 */
export function whyNotTheme(brand: string, accent: string): ThemeRefusal | undefined {
  if (!hex.test(brand) || !hex.test(accent)) return 'not-a-colour'
  const grounds = [paper, wash]
  if ([brand, accent].some((colour) => grounds.some((ground) => contrast(colour, ground) < 4.5))) return 'text-too-pale'
  const { tint, dark } = shades(brand)
  if (contrast(brand, tint) < 4.5 || contrast(dark, tint) < 4.5) return 'text-too-pale-on-tint'
  return undefined
}

/** The custom properties of a centre, to be linked after the style sheet. */
export function themeCss(brand: string, accent: string): string {
  const { dark, tint } = shades(brand)
  return `:root{--brand:${brand};--brand-dark:${dark};--brand-tint:${tint};--accent:${accent}}`
}

/** The colours are the address, so it needs no table and never goes stale; undefined for the default theme. */
export function themePath({ brand, accent }: Theme): string | undefined {
  if (brand === defaultTheme.brand && accent === defaultTheme.accent) return undefined
  return `/assets/theme-${brand.slice(1)}-${accent.slice(1)}.css`
}

export function themeFromPath(path: string): Theme | undefined {
  const found = /^\/assets\/theme-([0-9a-f]{6})-([0-9a-f]{6})\.css$/.exec(path)
  if (!found) return undefined
  const theme = { brand: `#${found[1]}`, accent: `#${found[2]}` }
  return whyNotTheme(theme.brand, theme.accent) ? undefined : theme
}

const shades = (brand: string) => ({ dark: mix(brand, '#000000', 0.3), tint: mix(brand, '#ffffff', 0.89) })

/** Contrast ratio of two colours as WCAG 2.2 defines it, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const channels = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

function mix(colour: string, into: string, share: number): string {
  const target = channels(into)
  const mixed = channels(colour).map((channel, at) => Math.round(channel + (target[at]! - channel) * share))
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
