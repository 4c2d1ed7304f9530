import { type FormValues, valueOf, valuesOf } from '#platform/forms.ts'
import type { ServiceQuery } from './search-services.ts'

/** A search as its address says it; empty and unreadable values count as not chosen. */
export function fromAddress(values: FormValues): ServiceQuery {
  const features = valuesOf(values, 'cechy')
  return {
    words: said(values, 'q'),
    group: said(values, 'grupa'),
    area: said(values, 'obszar'),
    type: said(values, 'typ'),
    district: numberIn(said(values, 'okreg')),
    free: features.includes('bezplatne') || undefined,
    openNow: features.includes('otwarte') || undefined,
    stepFree: features.includes('bez-schodow') || undefined,
  }
}

const LONGEST = 200

const said = (values: FormValues, name: string): string | undefined =>
  valueOf(values, name).trim().slice(0, LONGEST) || undefined

const numberIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : undefined

/** The address of a search, without a language. */
export function toAddress(query: ServiceQuery): string {
  const address = new URLSearchParams()
  const add = (name: string, value: string | number | undefined) => {
    if (value !== undefined) address.append(name, String(value))
  }
  add('q', query.words)
  add('typ', query.type)
  add('grupa', query.group)
  add('obszar', query.area)
  add('okreg', query.district)
  if (query.free) add('cechy', 'bezplatne')
  if (query.openNow) add('cechy', 'otwarte')
  if (query.stepFree) add('cechy', 'bez-schodow')
  const text = address.toString()
  return text === '' ? '/uslugi' : `/uslugi?${text}`
}
