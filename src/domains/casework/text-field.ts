import { z } from 'zod'
import { valueOf, valuesOf, type FormValues } from '#platform/forms.ts'

/** The most that a line and a longer text may have, in characters. */
export const limits = { line: 200, text: 5000 } as const

/** The named fields as a schema reads them: one value each, `many` as lists; what else was sent is left out. */
export const pick = (values: FormValues, names: readonly string[], many: readonly string[] = []): FormValues =>
  Object.fromEntries([
    ...names.map((name) => [name, valueOf(values, name)]),
    ...many.map((name) => [name, valuesOf(values, name)]),
  ])

export const requiredText = (missing: string, tooLong: (max: number) => string, max: number = limits.text) =>
  z.string({ error: missing }).trim().min(1, missing).max(max, tooLong(max))

export const freeText = (tooLong: (max: number) => string, max: number = limits.text) =>
  z.string().trim().max(max, tooLong(max))

export const optionalText = (tooLong: (max: number) => string, max: number = limits.text) =>
  freeText(tooLong, max).transform((text) => text || undefined)

/** One thing a line: each line of a text box, without the empty ones. */
export const textLines = (tooLong: (max: number) => string, most = 30) =>
  freeText(tooLong).transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .slice(0, most),
  )

export const choice = <const T extends readonly string[]>(values: T, message: string) =>
  z.enum(values, { error: message })
