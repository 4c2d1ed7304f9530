import type { Tx } from '#platform/tx.ts'
import type { ReportScope } from '../case-scope.ts'
import type { GapState } from '../gap-states.ts'
import { isOpenTo } from '../restriction/restriction-scope-queries.ts'
import { veil, type Gap } from './gap.ts'

export interface NewGap {
  readonly recognisedNeedId: string
  readonly listedNeedId: string | null
  readonly needName: string
  readonly groupCode: string
  readonly districtId: string | null
  readonly words: string
  readonly registeredBy: string
}

/** Undefined when the need stands in the register already. */
export async function insertGap(tx: Tx, gap: NewGap): Promise<string | undefined> {
  const inserted = await tx.db
    .insertInto('gap')
    .values({
      tenant_id: tx.tenantId,
      recognised_need_id: gap.recognisedNeedId,
      listed_need_id: gap.listedNeedId,
      need_name: gap.needName,
      group_code: gap.groupCode,
      district_id: gap.districtId,
      words: gap.words,
      registered_by: gap.registeredBy,
      registered_at: tx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'recognised_need_id']).where('recognised_need_id', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

export interface GapFilter {
  readonly group?: string | undefined
  readonly districtId?: string | undefined
  readonly states?: readonly GapState[] | undefined
}

const columns = [
  'id',
  'listed_need_id as listedNeedId',
  'need_name as needName',
  'group_code as groupCode',
  'district_id as districtId',
  'words',
  'state',
  'owner_id as ownerId',
  'owner_name as ownerName',
  'next_on as nextOn',
  'service_id as serviceId',
  'service_name as serviceName',
  'registered_at as registeredAt',
  'version',
] as const

/** Each gap, and whether its person is kept from who looks; one that is nobody's need has no person. */
const selectGaps = (tx: Tx, scope: ReportScope) =>
  tx.db
    .selectFrom('gap')
    .where('tenant_id', '=', tx.tenantId)
    .select(columns)
    .select((eb) =>
      scope.kind === 'staff'
        ? eb
            .exists(
              eb
                .selectFrom('recognised_need')
                .innerJoin('reconnaissance', (join) =>
                  join
                    .onRef('reconnaissance.tenant_id', '=', 'recognised_need.tenant_id')
                    .onRef('reconnaissance.id', '=', 'recognised_need.reconnaissance_id'),
                )
                .select('recognised_need.id')
                .whereRef('recognised_need.tenant_id', '=', 'gap.tenant_id')
                .whereRef('recognised_need.id', '=', 'gap.recognised_need_id')
                .where((need) => need.not(isOpenTo(scope, 'reconnaissance'))),
            )
            .$castTo<boolean>()
            .as('veiled')
        : eb.val(true).as('veiled'),
    )

export async function findGap(tx: Tx, scope: ReportScope, id: string): Promise<Gap | undefined> {
  const row = await selectGaps(tx, scope).where('id', '=', id).executeTakeFirst()
  return row && veil(row)
}

/** Who waits longest stands first. */
export async function listGaps(tx: Tx, scope: ReportScope, filter: GapFilter): Promise<Gap[]> {
  const { group, districtId, states } = filter
  const rows = await selectGaps(tx, scope)
    .$if(group !== undefined, (query) => query.where('group_code', '=', group!))
    .$if(districtId !== undefined, (query) => query.where('district_id', '=', districtId!))
    .$if(states !== undefined, (query) => query.where('state', 'in', states!))
    .orderBy('registered_at')
    .orderBy('id')
    .limit(2000)
    .execute()
  // Asked for one district, a veiled one would tell by its presence where its person lives.
  return rows.filter((row) => districtId === undefined || !row.veiled).map(veil)
}

/** What a step writes beside the state; undefined leaves it as it is, null empties it. */
export interface WithGapState {
  readonly owner?: { readonly id: string; readonly name: string; readonly nextOn: Temporal.PlainDate } | null
  readonly service?: { readonly id: string | null; readonly name: string } | null
}

/** False when the gap was changed since `version` was read. */
export async function updateGapState(
  tx: Tx,
  change: { readonly id: string; readonly version: number; readonly state: GapState },
  { owner, service }: WithGapState = {},
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('gap')
    .set({
      state: change.state,
      version: change.version + 1,
      ...(owner !== undefined && {
        owner_id: owner?.id ?? null,
        owner_name: owner?.name ?? null,
        next_on: owner?.nextOn ?? null,
      }),
      ...(service !== undefined && { service_id: service?.id ?? null, service_name: service?.name ?? null }),
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Gaps that are nobody's yet, and those whose day to look again has come. */
export async function countGapsNeedingSomeone(tx: Tx, today: Temporal.PlainDate, ownerId: string) {
  return tx.db
    .selectFrom('gap')
    .where('tenant_id', '=', tx.tenantId)
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('state', '=', 'registered').as('unowned'),
      eb.fn
        .countAll<number>()
        .filterWhere((due) =>
          due.and([due('state', '=', 'being-initiated'), due('owner_id', '=', ownerId), due('next_on', '<=', today)]),
        )
        .as('due'),
    ])
    .executeTakeFirstOrThrow()
}
