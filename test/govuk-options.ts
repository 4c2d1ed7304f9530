import type { LabelSize } from '#ui/label.tsx'

/** The options of a fixture, as govuk-frontend's macros take them. */
// oxlint-disable-next-line typescript/no-explicit-any -- their shape is another project's, and it is only read here
export type Options = any

/** True when the options say nothing but these, so that what we don't cover is left out instead of half compared. */
export const only = (options: Options, ...keys: string[]): boolean =>
  options === undefined || (isRecord(options) && Object.keys(options).every((key) => keys.includes(key)))

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

export const sizeIn = (classNames: string | undefined, block: string): LabelSize | undefined =>
  new RegExp(`^${block}--(s|m|l|xl)$`).exec(classNames ?? '')?.[1] as LabelSize | undefined

/** Props without those that aren't there: what a macro takes as absent, our props take as absent too. */
export const given = <T extends Record<string, unknown>>(props: T): { [K in keyof T]-?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as never

export const isText = (option: Options) => only(option, 'text')

/** Fixtures that aren't compared, each with the reason: a line beginning with `#` stands above those it is about. */
export function readLeftOut(text: string): Map<string, string> {
  const reasons = new Map<string, string>()
  let reason = ''
  for (const line of text.split('\n').filter((line) => line !== '')) {
    if (line.startsWith('# ')) reason = line.slice(2)
    else reasons.set(line, reason)
  }
  return reasons
}
