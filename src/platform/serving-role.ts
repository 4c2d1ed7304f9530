import type { ClientBase } from 'pg'

export type RoleRefusal =
  | 'superuser'
  | 'bypasses-rls'
  | 'makes-roles'
  | 'replicates'
  | 'predefined'
  | 'owner'
  | 'makes-objects'

/** Each refusal as the end of a sentence that begins with the role. */
export const roleWords = {
  superuser: 'is a superuser',
  'bypasses-rls': 'bypasses row-level security',
  'makes-roles': 'may create roles',
  replicates: 'may replicate, and a copy holds the rows of every centre',
  predefined: 'is a member of a predefined role of PostgreSQL, which reaches what was not granted to it',
  owner: 'owns the database or something in it, or is a member of the role that does',
  'makes-objects': 'may create tables or functions',
} satisfies Record<RoleRefusal, string>

/** Asks for the first refusal that fits the role of the connection; null when it may serve. */
export const servingRefusal = `
  with reachable as (
    select *
    from pg_roles
    where pg_has_role(current_user, oid, 'member')
  )
  select case
    when exists (select from reachable where rolsuper) then 'superuser'
    when exists (select from reachable where rolbypassrls) then 'bypasses-rls'
    when exists (select from reachable where rolcreaterole) then 'makes-roles'
    when exists (select from reachable where rolreplication) then 'replicates'
    when exists (select from reachable where rolname like 'pg\\_%' and rolname <> 'pg_database_owner') then 'predefined'
    when exists (
      select from reachable
      where oid in (select datdba from pg_database where datname = current_database())
        or oid in (select nspowner from pg_namespace where nspname = 'public')
        or oid in (select relowner from pg_class where relnamespace = 'public'::regnamespace)
        or oid in (select proowner from pg_proc where pronamespace = 'public'::regnamespace)
    ) then 'owner'
    when has_schema_privilege('public', 'create') then 'makes-objects'
  end as refusal`

/** Why Splot mustn't serve with the role of this connection, by which one centre's data could reach another. */
export async function whyNotServe(client: ClientBase): Promise<RoleRefusal | undefined> {
  const { rows } = await client.query<{ refusal: RoleRefusal | null }>(servingRefusal)
  return rows[0]?.refusal ?? undefined
}

/** Throws a sentence for the operator when the role may do more than serve. */
export async function assertServingRole(client: ClientBase): Promise<void> {
  const refusal = await whyNotServe(client)
  if (!refusal) return
  const { rows } = await client.query<{ role: string }>('select current_user as role')
  throw new Error(
    `Splot doesn't serve as the role ${rows[0]?.role}: it ${roleWords[refusal]}. ` +
      'Let DATABASE_URL name splot_app, and DATABASE_OWNER_URL the owner.',
  )
}
