import type { Texts } from './text-in-languages.ts'

/** A kind of service that residents look for, whoever offers it: the unit of the search. */
export interface ServiceType {
  id: string
  code: string
  slug: string
  name: Texts
  description: Texts
  labels: string[]
  areas: string[]
  groups: string[]
  /** How many active offers there are; none is a gap. */
  offers: number
}

export interface Named {
  code: string
  name: Texts
}

export interface District {
  id: string
  number: number
  name: string
}
