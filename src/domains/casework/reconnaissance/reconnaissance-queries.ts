import type { Tx } from '#platform/tx.ts'
import type { LifeSection, Reconnaissance, SectionEntry, Sensitivity } from '../reconnaissance.ts'

/** The head of the recognition: everything but its sections, needs and goals. */
export interface ReconnaissanceHead extends Pick<
  Reconnaissance,
  'heldOn' | 'place' | 'participants' | 'expectedCoordinationMonths'
> {
  readonly servicesUsed: string
  readonly risks: string
  readonly opinion: string
}

export async function findReconnaissance(tx: Tx, applicationId: string) {
  return tx.db
    .selectFrom('reconnaissance')
    .where('tenant_id', '=', tx.tenantId)
    .where('application_id', '=', applicationId)
    .selectAll()
    .executeTakeFirst()
}

/** One for each application, whoever opens the page first. */
export async function insertReconnaissance(tx: Tx, applicationId: string, personId: string): Promise<void> {
  await tx.db
    .insertInto('reconnaissance')
    .values({ tenant_id: tx.tenantId, application_id: applicationId, person_id: personId })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'application_id']).doNothing())
    .execute()
}

/** False when somebody saved it since `version` was read. */
export async function updateReconnaissance(
  tx: Tx,
  key: { readonly id: string; readonly version: number },
  head: ReconnaissanceHead,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('reconnaissance')
    .set((eb) => ({
      held_on: head.heldOn ?? null,
      place: head.place ?? null,
      participants: [...head.participants],
      services_used: head.servicesUsed,
      risks: head.risks,
      opinion: head.opinion,
      expected_months: head.expectedCoordinationMonths ?? null,
      version: eb('version', '+', 1),
    }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', key.id)
    .where('version', '=', key.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Closes it for good; false when somebody saved it since `version` was read. */
export async function updateFinished(
  tx: Tx,
  key: { readonly id: string; readonly version: number },
  by: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('reconnaissance')
    .set((eb) => ({ finished_at: tx.now, finished_by: by, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', key.id)
    .where('version', '=', key.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Holds it until the end of the transaction, so that needs and goals are numbered one after another. */
export async function lockReconnaissance(tx: Tx, id: string) {
  return tx.db
    .selectFrom('reconnaissance')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .select(['version', 'finished_at as finishedAt'])
    .forUpdate()
    .executeTakeFirst()
}

export interface StoredSection extends SectionEntry {
  readonly version: number
}

const sectionColumns = ['section', 'text_sealed', 'raised', 'relevant_because_sealed', 'version'] as const

const purpose = 'reconnaissance section'

export async function findSection(tx: Tx, id: string, section: LifeSection): Promise<StoredSection | undefined> {
  const row = await tx.db
    .selectFrom('reconnaissance_section')
    .where('tenant_id', '=', tx.tenantId)
    .where('reconnaissance_id', '=', id)
    .where('section', '=', section)
    .select(sectionColumns)
    .executeTakeFirst()
  return row && toSection(tx, row)
}

/** What is known of the sections without their texts: a list is not yet a reading. */
export async function listSections(tx: Tx, id: string): Promise<StoredSection[]> {
  const rows = await tx.db
    .selectFrom('reconnaissance_section')
    .where('tenant_id', '=', tx.tenantId)
    .where('reconnaissance_id', '=', id)
    .select(sectionColumns)
    .execute()
  return rows.map((row) => toSection(tx, row))
}

interface SectionRow {
  section: LifeSection
  text_sealed: Buffer
  raised: string[]
  relevant_because_sealed: Buffer | null
  version: number
}

const toSection = ({ sealer }: Tx, row: SectionRow): StoredSection => ({
  section: row.section,
  text: sealer.unseal(purpose, row.text_sealed),
  raised: row.raised as Sensitivity[],
  relevantBecause: row.relevant_because_sealed ? sealer.unseal(purpose, row.relevant_because_sealed) : undefined,
  version: row.version,
})

const toSectionRow = ({ sealer }: Tx, entry: SectionEntry) => ({
  text_sealed: sealer.seal(purpose, entry.text),
  raised: [...entry.raised],
  relevant_because_sealed: entry.relevantBecause ? sealer.seal(purpose, entry.relevantBecause) : null,
})

/** False when there is one already: somebody else wrote it first. */
export async function insertSection(tx: Tx, id: string, entry: SectionEntry): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('reconnaissance_section')
    .values({
      tenant_id: tx.tenantId,
      reconnaissance_id: id,
      section: entry.section,
      ...toSectionRow(tx, entry),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'reconnaissance_id', 'section']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False when somebody saved it since `version` was read. */
export async function updateSection(tx: Tx, id: string, version: number, entry: SectionEntry): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('reconnaissance_section')
    .set((eb) => ({ ...toSectionRow(tx, entry), version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('reconnaissance_id', '=', id)
    .where('section', '=', entry.section)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
