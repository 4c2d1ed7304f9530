import type { z } from 'zod'

/** What a person typed, as it was typed; kept so that a page can show it again. */
export type FormValues = Record<string, string | string[]>

/** A sentence that belongs to one field; `field` is also the id that the summary links to. */
export interface FieldError {
  field: string
  message: string
}

export type Parsed<T> =
  | { ok: true; value: T; values: FormValues }
  | { ok: false; errors: FieldError[]; values: FormValues }

/** Checks what was typed. The schema carries the sentences in the page's language; one sentence a field is enough. */
export function parseForm<T extends z.ZodType>(schema: T, values: FormValues): Parsed<z.output<T>> {
  const result = schema.safeParse(values)
  if (result.success) return { ok: true, value: result.data, values }
  const byField = new Map<string, FieldError>()
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? 'form')
    if (!byField.has(field)) byField.set(field, { field, message: issue.message })
  }
  return { ok: false, errors: [...byField.values()], values }
}

export const errorFor = (errors: readonly FieldError[] | undefined, field: string): string | undefined =>
  errors?.find((error) => error.field === field)?.message

/** The typed value of a field that has one value; the first where a field was sent twice. */
export function valueOf(values: FormValues | undefined, field: string): string {
  const value = own(values, field)
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** The typed values of a field that can have several, such as checkboxes. */
export function valuesOf(values: FormValues | undefined, field: string): string[] {
  const value = own(values, field)
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

const own = (values: FormValues | undefined, field: string) =>
  values && Object.hasOwn(values, field) ? values[field] : undefined

/** The fields of a form body. Files and names that could reach an object's prototype are left out; NUL is removed. */
export function toFormValues(body: URLSearchParams): FormValues {
  const values: FormValues = Object.create(null)
  for (const [name, raw] of body) {
    if (name === '__proto__') continue
    const value = raw.replaceAll('\0', '')
    const earlier = values[name]
    if (earlier === undefined) values[name] = value
    else if (Array.isArray(earlier)) earlier.push(value)
    else values[name] = [earlier, value]
  }
  return values
}
