import { erasedMark, type After, type TableName } from './entry.ts'
import { belongsTo, columnsLookedUp, tablesOf } from './reach.ts'
import { entryOf, personalColumns, type Root } from './register.ts'

const roots = ['person', 'report'] as const satisfies readonly Root[]

/**
 * The database's function that erases everything of a person or a report: the only way by which the serving role can
 * touch what is append-only, and then only to empty it. Made from the register; a migration holds it as text.
 */
export const erasureFunction = (): string => `\
-- Made from src/platform/personal-data by \`npm run db:erasure\`; a test tells when it has to be made anew.
create or replace function erase_subject(
  its_kind text, its_id uuid, erasure_id uuid, its_basis text, its_case_numbers text[], its_content_hash bytea,
  by_id uuid, by_name text, at timestamptz
) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public
as $$
declare
  its_tenant constant uuid := nullif(current_setting('splot.tenant_id', true), '')::uuid;
  counts jsonb := '{}';
  changed bigint;
${declarations()}
begin
  if its_tenant is null then raise exception 'no centre is set'; end if;
  -- A restore runs as the owner and repeats what was decided; the serving role waits for the hold to be lifted.
  if session_user = 'splot_app' and exists (
    select from legal_hold where tenant_id = its_tenant and person_id = its_id and lifted_at is null
  ) then
    raise exception 'a legal hold is in force' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('splot.maintenance', 'erasing', true);
${roots.map(branch).join('\n')}
  perform set_config('splot.maintenance', '', true);
  insert into erasure (
    tenant_id, id, subject_kind, subject_id, basis, case_numbers, counts, content_hash, decided_by, decided_by_name,
    erased_at
  )
  values (
    its_tenant, erasure_id, its_kind, its_id, its_basis, its_case_numbers, counts, its_content_hash, by_id, by_name, at
  )
  on conflict (tenant_id, id) do nothing;
  return counts;
end
$$;
revoke execute on function erase_subject(text, uuid, uuid, text, text[], bytea, uuid, text, timestamptz) from public;
grant execute on function erase_subject(text, uuid, uuid, text, text[], bytea, uuid, text, timestamptz) to splot_app;
`

const variable = (table: TableName, column: string): string => `its_${table}_${column}`

const typeOf = (column: string): string => ({ email: 'text', pesel_hash: 'bytea' })[column] ?? 'uuid'

function declarations(): string {
  const looked = roots.flatMap((root) =>
    tablesOf(root).flatMap((table) =>
      columnsLookedUp(table, root).map((column) => `  ${variable(table, column)} ${typeOf(column)}[];`),
    ),
  )
  return [...new Set(looked)].join('\n')
}

/** First everything is looked up, then it is emptied: an erased column can't hide what it led to. */
function branch(root: (typeof roots)[number]): string {
  const oneOf = (table: TableName, column: string) => `= any (${variable(table, column)})`
  const tables = tablesOf(root).map((table) => {
    const belongs = belongsTo(table, root, { tenant: 'its_tenant', subject: 'its_id', oneOf })
    return { table, where: `${table}.tenant_id = its_tenant\n      and ${belongs}` }
  })
  const lookups = tables.flatMap(({ table, where }) =>
    columnsLookedUp(table, root).map(
      (column) => `    ${variable(table, column)} := array(
      select ${table}.${column} from ${table}
      where ${where}
    );`,
    ),
  )
  const statements = tables.flatMap(({ table, where }) => emptying(table, where))
  return `  if its_kind = '${root}' then\n${[...lookups, ...statements].join('\n')}\n  end if;`
}

function emptying(table: TableName, where: string): string[] {
  const entry = entryOf(table)
  const emptied = personalColumns(entry).filter(({ after }) => after !== 'kept')
  if (entry.erased !== 'row' && emptied.length === 0) return []
  const values = emptied.map(({ column, after }) => [column, emptiedAs(column, after)] as const)
  const update = `update ${table} set
      ${values.map(([column, value]) => `${column} = ${value}`).join(',\n      ')}
    where ${where}
      and (
        ${values.map(([column, value]) => `${column} is distinct from ${value}`).join('\n        or ')}
      );`
  return [
    `    ${entry.erased === 'row' ? `delete from ${table} where ${where};` : update}`,
    `    get diagnostics changed = row_count;`,
    `    if changed > 0 then counts := counts || jsonb_build_object('${table}', changed); end if;`,
  ]
}

function emptiedAs(column: string, after: After): string {
  if (after === null) return 'null'
  if (after === erasedMark) return `case when ${column} <> '' then '${erasedMark}' else ${column} end`
  if (after === '———————————————') return `case when ${column} <> '' then '${after}' else ${column} end`
  if (after === '{—}') return `case when ${column} <> '{}' then '{—}' else ${column} end`
  return `'${after}'`
}
