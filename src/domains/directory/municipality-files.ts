import { z } from 'zod'
import { textsSchema } from './text-in-languages.ts'

/** The shapes of a municipality's data files; docs: db/seed/torun/README.md. Field names are those of HSDS 3.1. */

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens')
const day = z.iso.date()
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 08:30')
const byday = z.string().regex(/^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/, 'days such as MO,TU')
const source = z.string().min(1)

export const accessibilityCodes = [
  'step-free',
  'lift',
  'accessible-toilet',
  'hearing-loop',
  'sign-language',
  'parking',
  'assistance-dog',
  'quiet-room',
] as const

const phone = z.strictObject({
  number: z.string().min(1),
  type: z.enum(['text', 'voice', 'fax', 'cell', 'video', 'pager', 'textphone']),
  description: z.string().optional(),
  extension: z.string().optional(),
})

const contact = z.strictObject({
  name: z.string().optional(),
  title: z.string().optional(),
  department: z.string().optional(),
  email: z.email().optional(),
})

const schedule = z.strictObject({
  freq: z.literal('WEEKLY'),
  byday,
  opens_at: time,
  closes_at: time,
  timezone: z.literal('Europe/Warsaw'),
  valid_from: day.optional(),
  valid_to: day.optional(),
  description: z.string().optional(),
  holidays: z.boolean().optional(),
})

const groups = z.strictObject({
  source,
  groups: z.array(z.strictObject({ code: slug, diagnosis: z.boolean(), name: textsSchema })),
})

const districts = z.strictObject({
  source,
  teryt: z.string(),
  districts: z.array(z.strictObject({ number: z.int().positive(), name: z.string().min(1) })),
})

const serviceTypes = z.strictObject({
  source,
  service_types: z.array(
    z.strictObject({
      code: z.string().min(1),
      slug,
      name: textsSchema,
      description: textsSchema,
      labels: z.array(z.string()),
      areas: z.array(z.string()).min(1),
      groups: z.array(z.string()).min(1),
    }),
  ),
})

const phrases = z.array(z.string().min(1))
const lexicon = z.strictObject({
  source,
  entries: z.array(z.strictObject({ services: z.array(z.string()).min(1), pl: phrases, uk: phrases, en: phrases })),
})

const organisations = z.strictObject({
  source,
  organisations: z.array(
    z.strictObject({
      slug,
      name: z.string().min(1),
      kind: z.enum(['municipal-unit', 'ngo', 'local-firm', 'social-economy']),
      description: z.string().min(1),
      legal_status: z.string().nullable(),
      email: z.email().nullable(),
      website: z.url().nullable(),
      phones: z.array(phone),
      sample: z.boolean(),
    }),
  ),
})

const places = z.strictObject({
  source,
  accessibility_codes: z.record(z.enum(accessibilityCodes), textsSchema),
  places: z.array(
    z.strictObject({
      slug,
      organisation: z.string(),
      name: z.string().min(1),
      location_type: z.enum(['physical', 'postal', 'virtual']),
      address_1: z.string().min(1),
      postal_code: z.string().regex(/^\d{2}-\d{3}$/),
      city: z.string().min(1),
      state_province: z.string().min(1),
      country: z.string().regex(/^[A-Z]{2}$/),
      district: z.int().nullable(),
      latitude: z.number().optional(),
      longitude: z.number().optional(),
      transportation: z.string().nullable(),
      accessibility: z.array(z.enum(accessibilityCodes)),
      sample: z.boolean(),
    }),
  ),
})

const age = z.int().min(0).max(120).nullable()
const services = z.strictObject({
  source,
  services: z.array(
    z.strictObject({
      slug,
      type: z.string(),
      organisation: z.string(),
      name: z.string().min(1),
      description: z.string().min(1),
      status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
      eligibility_description: z.string().nullable(),
      minimum_age: age,
      maximum_age: age,
      fees_description: z.string().nullable(),
      cost: z.strictObject({
        free: z.boolean(),
        amount: z.number().positive().nullable(),
        currency: z.literal('PLN'),
        unit: z.string().nullable(),
      }),
      application_process: z.string().nullable(),
      referral_required: z.boolean(),
      email: z.email().nullable(),
      url: z.url().nullable(),
      phones: z.array(phone),
      contacts: z.array(contact),
      capacity: z.strictObject({
        available: z.enum(['available', 'limited', 'none', 'unknown']),
        updated: day.nullable(),
        description: z.string().nullable(),
      }),
      districts: z.union([z.literal('all'), z.array(z.int()).min(1)]),
      languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).min(1),
      places: z.array(z.strictObject({ place: z.string(), schedules: z.array(schedule) })),
      schedules: z.array(schedule),
      assured_date: day.nullable(),
      assurer_email: z.email().nullable(),
      sample: z.boolean(),
    }),
  ),
})

const finding = z.strictObject({
  code: z.string().min(1),
  group: z.string(),
  text: textsSchema,
  areas: z.array(z.string()).min(1),
  service_types: z.array(z.string()),
})
const diagnosis = z.strictObject({
  source,
  title: textsSchema,
  year: z.int(),
  methods: z.array(z.looseObject({ code: z.string(), text: textsSchema })),
  needs: z.array(finding),
  proposed_services: z.array(finding),
})

/** Every file of a municipality's folder with its shape. */
export const municipalityFiles = {
  'target-groups.json': groups,
  'districts.json': districts,
  'service-types.json': serviceTypes,
  'lexicon.json': lexicon,
  'organisations.json': organisations,
  'places.json': places,
  'services.json': services,
  'diagnosis.json': diagnosis,
} as const

type Files = typeof municipalityFiles
type FileOf<K extends keyof Files> = z.output<Files[K]>

export type GroupEntry = FileOf<'target-groups.json'>['groups'][number]
export type DistrictEntry = FileOf<'districts.json'>['districts'][number]
export type ServiceTypeEntry = FileOf<'service-types.json'>['service_types'][number]
export type AliasEntry = FileOf<'lexicon.json'>['entries'][number]
export type OrganisationEntry = FileOf<'organisations.json'>['organisations'][number]
export type PlaceEntry = FileOf<'places.json'>['places'][number]
export type ServiceEntry = FileOf<'services.json'>['services'][number]
export type ScheduleEntry = ServiceEntry['schedules'][number]
export type FindingEntry = FileOf<'diagnosis.json'>['needs'][number]

/** What the files of a folder say, once every one of them fits its shape. */
export interface Municipality {
  groups: GroupEntry[]
  districts: DistrictEntry[]
  serviceTypes: ServiceTypeEntry[]
  lexicon: AliasEntry[]
  organisations: OrganisationEntry[]
  places: PlaceEntry[]
  services: ServiceEntry[]
  needs: FindingEntry[]
  proposedServices: FindingEntry[]
  assessment: string
}
