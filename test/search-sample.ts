import { readFileSync } from 'node:fs'

import type { LabelledQuery } from '#domains/directory/search/ranking-quality.ts'
import { buildServiceSearch } from '#domains/directory/search/service-search.ts'
import type { ServiceSearch } from '#domains/directory/search/searched.ts'

const SEED = new URL('../db/seed/torun/', import.meta.url)

interface Texts {
  pl: string
  uk: string
  en: string
}
interface SeedType {
  code: string
  name: Texts
  description: Texts
  labels: string[]
}
interface SeedEntry {
  services: string[]
  pl: string[]
  uk: string[]
  en: string[]
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, SEED), 'utf8'))

/** The search over Toruń's service types and lexicon, straight from the seed files. */
export function torunSearch(): ServiceSearch {
  const { service_types: types } = read('service-types.json') as { service_types: SeedType[] }
  const { entries } = read('lexicon.json') as { entries: SeedEntry[] }
  return buildServiceSearch(
    types.map(({ code, name, description, labels }) => ({
      id: code,
      names: Object.values(name),
      descriptions: Object.values(description),
      labels,
    })),
    entries.map(({ services, pl, uk, en }) => ({ services, phrases: [...pl, ...uk, ...en] })),
  )
}

export const devQueries = (): LabelledQuery[] => (read('queries-dev.json') as { queries: LabelledQuery[] }).queries
