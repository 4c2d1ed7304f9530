import type { Tx } from '#platform/db.ts'
import { upsertNeeds, upsertProposedServices } from './import-need-queries.ts'
import { replaceOfferParts, replaceOrganisationPhones } from './import-offer-queries.ts'
import { upsertOrganisations, upsertPlaces, upsertServices } from './import-provider-queries.ts'
import {
  insertAliases,
  replaceServiceTypeLinks,
  upsertDistricts,
  upsertServiceTypes,
  upsertTargetGroups,
} from './import-taxonomy-queries.ts'
import { readMunicipality } from './read-municipality.ts'

/** How many of each kind the files hold. */
export interface ImportedCounts {
  districts: number
  serviceTypes: number
  organisations: number
  places: number
  services: number
  needs: number
  proposedServices: number
}

/**
 * Brings a municipality's data files into the transaction's centre: what is there is updated by its code or slug, what
 * is new is added, nothing is removed. The same folder twice leaves the same data.
 * @throws MunicipalityMistakes that names every mistake in the files; then nothing was written.
 */
export async function importMunicipality(tx: Tx, folder: string): Promise<ImportedCounts> {
  const files = await readMunicipality(folder)
  await upsertTargetGroups(tx, files.groups)
  const districts = await upsertDistricts(tx, files.districts)
  const types = await upsertServiceTypes(tx, files.serviceTypes)
  await replaceServiceTypeLinks(tx, files.serviceTypes, types)
  await insertAliases(tx, files.lexicon, types)
  const organisations = await upsertOrganisations(tx, files.organisations)
  await replaceOrganisationPhones(tx, files.organisations, organisations)
  const places = await upsertPlaces(tx, files.places, { organisations, districts })
  const services = await upsertServices(tx, files.services, { organisations, types })
  await replaceOfferParts(tx, files.services, { services, places, districts })
  await upsertNeeds(tx, files.needs, files.assessment, types)
  await upsertProposedServices(tx, files.proposedServices, files.assessment, types)
  return {
    districts: districts.size,
    serviceTypes: types.size,
    organisations: organisations.size,
    places: places.size,
    services: services.size,
    needs: files.needs.length,
    proposedServices: files.proposedServices.length,
  }
}
