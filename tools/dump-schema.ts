import type { Client } from 'pg'

interface Line {
  owner: string
  line: string
}

const tables = `
  select c.oid, c.oid::regclass::text as name, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relacl,
    c.relowner, c.reloptions
  from pg_class c
  where c.relnamespace = 'public'::regnamespace
    and c.relkind in ('r', 'p', 'v', 'm')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`

/** One query per kind of fact, each answering (owner: the table it belongs to, line: how it reads). */
const facts: Record<string, string> = {
  columns: `
    select t.name as owner, format('  %s %s%s%s%s', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
      case when a.attcollation <> y.typcollation then format(' collate %s', a.attcollation::regcollation) else '' end,
      case when a.attnotnull then ' not null' else '' end,
      case
        when a.attidentity <> '' then ' generated ' || case a.attidentity when 'a' then 'always' else 'by default' end
          || ' as identity'
        when a.attgenerated <> '' then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
        when d.oid is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid)
        else ''
      end) as line
    from tables t
    join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    join pg_type y on y.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
    order by t.name, a.attnum`,
  constraints: `
    select t.name as owner, format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid)) as line
    from tables t
    join pg_constraint k on k.conrelid = t.oid and k.contype in ('p', 'u', 'f', 'c', 'x')
    order by t.name, array_position('{p,u,x,f,c}', k.contype::text), k.conname`,
  views: `
    select t.name as owner, pg_get_viewdef(t.oid) as line from tables t where t.relkind in ('v', 'm') order by 1`,
  options: `
    select t.name as owner, format('-- %s: %s', t.name, array_to_string(t.reloptions, ', ')) as line
    from tables t where t.reloptions is not null order by 1`,
  comments: `
    select t.name as owner, format('comment on table %s is %L;', t.name, obj_description(t.oid, 'pg_class')) as line
    from tables t
    where obj_description(t.oid, 'pg_class') is not null
    order by 1`,
  indexes: `
    select t.name as owner, pg_get_indexdef(i.indexrelid) || ';' as line
    from tables t
    join pg_index i on i.indrelid = t.oid
    where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
    order by t.name, i.indexrelid::regclass::text`,
  triggers: `
    select t.name as owner, pg_get_triggerdef(g.oid) || ';' as line
    from tables t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
    order by t.name, g.tgname`,
  security: `
    select t.name as owner, format('alter table %s %s row level security;', t.name, verb) as line
    from tables t
    cross join lateral (values ('enable', t.relrowsecurity), ('force', t.relforcerowsecurity)) as v (verb, is_on)
    where is_on
    order by t.name, verb`,
  policies: `
    select t.name as owner, format('create policy %I on %s as %s for %s to %s%s%s;', p.polname, t.name,
      case when p.polpermissive then 'permissive' else 'restrictive' end,
      case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete'
        else 'all' end,
      (select string_agg(case when r = 0 then 'public' else r::regrole::text end, ', ') from unnest(p.polroles) as r),
      E'\\n  using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
      E'\\n  with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') as line
    from tables t join pg_policy p on p.polrelid = t.oid
    order by t.name, p.polname`,
  grants: `
    select t.name as owner, format('grant %s on %s to %s;', string_agg(lower(g.privilege_type), ', '
      order by g.privilege_type), t.name, case g.grantee when 0 then 'public' else g.grantee::regrole::text end) as line
    from tables t cross join lateral aclexplode(t.relacl) as g
    where g.grantee <> t.relowner
    group by t.name, g.grantee
    order by t.name, g.grantee::regrole::text`,
  'column grants': `
    select t.name as owner, format('grant %s (%I) on %s to %s;', lower(g.privilege_type), a.attname, t.name,
      g.grantee::regrole) as line
    from tables t
    join pg_attribute a on a.attrelid = t.oid and a.attacl is not null
    cross join lateral aclexplode(a.attacl) as g
    order by t.name, a.attnum, g.privilege_type`,
}

const withoutTable: Record<string, string> = {
  extensions: `select '' as owner, format('create extension %I;', extname) as line
    from pg_extension where extname <> 'plpgsql' order by extname`,
  schema: `select '' as owner, format('grant %s on schema public to %s;', lower(g.privilege_type), g.grantee::regrole)
      as line
    from pg_namespace n cross join lateral aclexplode(n.nspacl) as g
    where n.nspname = 'public' and g.grantee <> n.nspowner
    order by g.grantee::regrole::text, g.privilege_type`,
  types: `select '' as owner, format('create type %s as enum (%s);', y.oid::regtype,
      string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)) as line
    from pg_type y join pg_enum e on e.enumtypid = y.oid
    where y.typnamespace = 'public'::regnamespace
    group by y.oid order by y.oid::regtype::text`,
  sequences: `select '' as owner, format('create sequence %s;', c.oid::regclass) as line
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('i', 'e'))
    order by c.oid::regclass::text`,
  functions: `select '' as owner, pg_get_functiondef(p.oid) || coalesce((
        select string_agg(format(E';\\ngrant execute on function %s to %s', p.oid::regprocedure,
          case g.grantee when 0 then 'public' else g.grantee::regrole::text end), '' order by g.grantee)
        from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as g where g.grantee <> p.proowner
      ), '') || E';\\n' as line
    from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by p.oid::regprocedure::text`,
}

/** The whole schema as text to read and to compare; the same database always gives the same text. */
export async function dumpSchema(client: Client): Promise<string> {
  const head = await readFacts(client, withoutTable)
  const byKind = await readFacts(client, facts, `with tables as (${tables}) `)
  const names = await client.query<{ name: string; relkind: string }>(`${tables} order by 2`)
  const blocks = names.rows.map(({ name, relkind }) => tableBlock(name, relkind, byKind))
  const introduction = '-- What the migrations make. Written by `npm run db:refresh`; not to be edited.'
  return `${[introduction, ...Object.values(head).map(joinLines), ...blocks]
    .map((block) => block.trim())
    .filter(Boolean)
    .join('\n\n')}\n`
}

async function readFacts(
  client: Client,
  queries: Record<string, string>,
  prefix = '',
): Promise<Record<string, Line[]>> {
  const answers: Record<string, Line[]> = {}
  for (const [kind, query] of Object.entries(queries)) answers[kind] = (await client.query<Line>(prefix + query)).rows
  return answers
}

function joinLines(lines: Line[]): string {
  return lines.map(({ line }) => line).join('\n')
}

function tableBlock(name: string, relkind: string, byKind: Record<string, Line[]>): string {
  const of = (kind: string) => byKind[kind]!.filter(({ owner }) => owner === name).map(({ line }) => line)
  const isTable = relkind === 'r' || relkind === 'p'
  const body = isTable
    ? `create table ${name} (\n${[...of('columns'), ...of('constraints')].join(',\n')}\n);`
    : `create ${relkind === 'm' ? 'materialized view' : 'view'} ${name} as\n${of('views').join('')}`
  const after = [
    'options',
    'comments',
    'indexes',
    'triggers',
    'security',
    'policies',
    'grants',
    'column grants',
  ].flatMap(of)
  return [body, ...after].join('\n')
}
