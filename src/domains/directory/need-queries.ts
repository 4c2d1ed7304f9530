import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tx } from '#platform/db.ts'
import type { Texts } from './text-in-languages.ts'

/** A need of a group as the assessment found it, with the service types that answer it. */
export interface Need {
  id: string
  code: string
  groupCode: string
  text: Texts
  /** The document it comes from. */
  source: string
  serviceTypeIds: string[]
}

/** All needs, or those of one group, in the order of the document. */
export async function listNeeds(tx: Tx, groupCode?: string): Promise<Need[]> {
  const rows = await needs(tx)
    .$if(groupCode !== undefined, (query) => query.where('group_code', '=', groupCode ?? ''))
    .orderBy('position')
    .execute()
  return rows.map(toNeed)
}

const needs = (tx: Tx) =>
  tx.db
    .selectFrom('need')
    .where('need.tenant_id', '=', tx.tenantId)
    .select((eb) => [
      'id',
      'code',
      'group_code',
      'text',
      'source',
      jsonArrayFrom(
        eb
          .selectFrom('need_service_type')
          .where('need_service_type.tenant_id', '=', tx.tenantId)
          .whereRef('need_id', '=', 'need.id')
          .orderBy('need_service_type.position')
          .select('service_type_id'),
      ).as('types'),
    ])

type NeedRow = Awaited<ReturnType<ReturnType<typeof needs>['execute']>>[number]

const toNeed = ({ id, code, group_code, text, source, types }: NeedRow): Need => ({
  id,
  code,
  groupCode: group_code,
  text: text as unknown as Texts,
  source,
  serviceTypeIds: types.map(({ service_type_id }) => service_type_id),
})
