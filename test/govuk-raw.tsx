import { h } from 'preact'
import { isRecord, type Options } from './govuk-options.ts'

const tag = 'their-html'

/** HTML that a fixture gives goes where our children go; the tag around it is taken off before comparing. */
const raw = (html: string) => h(tag, { dangerouslySetInnerHTML: { __html: html } })

export const withoutRawTags = (html: string): string => html.replaceAll(new RegExp(`</?${tag}>`, 'g'), '')

const alsoHtml: Record<string, string> = {
  html: 'text',
  titleHtml: 'titleText',
  descriptionHtml: 'descriptionText',
  summaryHtml: 'summaryText',
}

/** The macros take text or HTML by different names, ours take children: one name for both. What is revealed on a choice stays. */
export function asChildren(options: Options): Options {
  if (Array.isArray(options)) return options.map(asChildren)
  if (!isRecord(options)) return options
  const texts: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(options)) {
    if (key === 'conditional') texts[key] = value
    else if (!(key in alsoHtml)) texts[key] ??= key === 'classes' ? withoutStates(value) : asChildren(value)
    else if (typeof value === 'string' && value !== '') texts[alsoHtml[key]!] = raw(value)
  }
  return Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined && value !== null))
}

/** `:hover` as a class makes a state visible in their pictures; nobody's page has it. */
const state = /(^|\s):\w[\w-]*/g

const withoutStates = (classNames: unknown): unknown =>
  typeof classNames === 'string' ? classNames.replaceAll(state, '').trim() || undefined : classNames

export const withoutStateClasses = (html: string): string =>
  html.replaceAll(/class="([^"]*)"/g, (_, names: string) => `class="${names.replaceAll(state, '').trim()}"`)
