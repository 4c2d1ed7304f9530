import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { type FindingEntry, type Municipality, municipalityFiles } from './municipality-files.ts'

/** The files of a folder are wrong; the message names every mistake, one a line. */
export class MunicipalityMistakes extends Error {
  override name = 'MunicipalityMistakes'
  readonly mistakes: readonly string[]
  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'))
    this.mistakes = mistakes
  }
}

/** Reads and checks all files of a municipality's folder; nothing is believed until all of them are right. */
export async function readMunicipality(folder: string): Promise<Municipality> {
  const mistakes: string[] = []
  const read = <T extends z.ZodType>(name: string, shape: T) => readAs(folder, name, shape, mistakes)
  const groups = await read('target-groups.json', municipalityFiles['target-groups.json'])
  const districts = await read('districts.json', municipalityFiles['districts.json'])
  const types = await read('service-types.json', municipalityFiles['service-types.json'])
  const lexicon = await read('lexicon.json', municipalityFiles['lexicon.json'])
  const organisations = await read('organisations.json', municipalityFiles['organisations.json'])
  const places = await read('places.json', municipalityFiles['places.json'])
  const services = await read('services.json', municipalityFiles['services.json'])
  const diagnosis = await read('diagnosis.json', municipalityFiles['diagnosis.json'])
  if (!groups || !districts || !types || !lexicon || !organisations || !places || !services || !diagnosis) {
    throw new MunicipalityMistakes(mistakes)
  }
  const municipality: Municipality = {
    groups: groups.groups,
    districts: districts.districts,
    serviceTypes: types.service_types,
    lexicon: lexicon.entries,
    organisations: organisations.organisations,
    places: places.places,
    services: services.services,
    needs: diagnosis.needs,
    proposedServices: diagnosis.proposed_services,
    assessment: `${diagnosis.title.pl} (${diagnosis.year})`,
  }
  const loose = looseEnds(municipality)
  if (loose.length > 0) throw new MunicipalityMistakes(loose)
  return municipality
}

async function readAs<T extends z.ZodType>(
  folder: string,
  name: string,
  shape: T,
  mistakes: string[],
): Promise<z.output<T> | undefined> {
  try {
    const result = shape.safeParse(JSON.parse(await readFile(join(folder, name), 'utf8')))
    if (result.success) return result.data
    mistakes.push(
      ...result.error.issues.map(({ path, message }) => `${name}: ${path.join('.') || '(top)'}: ${message}`),
    )
  } catch (error) {
    mistakes.push(`${name}: ${(error as Error).message}`)
  }
  return undefined
}

/** Names that point at nothing and names given twice, over all files. */
export function looseEnds(m: Municipality): string[] {
  const known = {
    group: unique('target-groups.json', m.groups, (one) => one.code),
    district: unique('districts.json', m.districts, (one) => String(one.number)),
    type: unique('service-types.json', m.serviceTypes, (one) => one.code),
    organisation: unique('organisations.json', m.organisations, (one) => one.slug),
    place: unique('places.json', m.places, (one) => one.slug),
    service: unique('services.json', m.services, (one) => one.slug),
    need: unique('diagnosis.json', m.needs, (one) => one.code),
    proposed: unique('diagnosis.json', m.proposedServices, (one) => one.code),
  }
  const missing = (where: string, kind: keyof typeof known, names: (string | number)[]) =>
    names.filter((name) => !known[kind].names.has(String(name))).map((name) => `${where}: there is no ${kind} ${name}`)
  const ofFinding = ({ code, group, service_types }: FindingEntry) => [
    ...missing(`diagnosis.json: ${code}`, 'group', [group]),
    ...missing(`diagnosis.json: ${code}`, 'type', service_types),
  ]
  return [
    ...Object.values(known).flatMap(({ twice }) => twice),
    ...m.serviceTypes.flatMap((type) => missing(`service-types.json: ${type.code}`, 'group', type.groups)),
    ...m.lexicon.flatMap((entry, at) => missing(`lexicon.json: entry ${at}`, 'type', entry.services)),
    ...m.places.flatMap(({ slug, organisation, district }) => [
      ...missing(`places.json: ${slug}`, 'organisation', [organisation]),
      ...missing(`places.json: ${slug}`, 'district', district === null ? [] : [district]),
    ]),
    ...m.services.flatMap(({ slug, type, organisation, places, districts }) => [
      ...missing(`services.json: ${slug}`, 'type', [type]),
      ...missing(`services.json: ${slug}`, 'organisation', [organisation]),
      ...missing(
        `services.json: ${slug}`,
        'place',
        places.map(({ place }) => place),
      ),
      ...missing(`services.json: ${slug}`, 'district', districts === 'all' ? [] : districts),
    ]),
    ...[...m.needs, ...m.proposedServices].flatMap(ofFinding),
  ]
}

function unique<T>(file: string, entries: T[], nameOf: (entry: T) => string): { names: Set<string>; twice: string[] } {
  const names = new Set<string>()
  const twice: string[] = []
  for (const name of entries.map(nameOf)) {
    if (names.has(name)) twice.push(`${file}: ${name} is there twice`)
    names.add(name)
  }
  return { names, twice }
}
