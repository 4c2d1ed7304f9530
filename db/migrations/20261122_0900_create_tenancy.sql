-- What nobody is given, nobody has: every later table and function grants by name.
revoke all on schema public from public;
grant usage on schema public to splot_app;
alter default privileges revoke execute on functions from public;
grant select on migration to splot_app;

-- Every table with a tenant_id goes through here: verbs as in 'select, insert, update'.
create function protect_tenant_table(table_name text, verbs text) returns void
language plpgsql
set search_path = pg_catalog, public
as $$
declare
  own_tenant constant text := $sql$tenant_id = nullif(current_setting('splot.tenant_id', true), '')::uuid$sql$;
begin
  execute format('revoke all on %I from public', table_name);
  execute format('grant %s on %I to splot_app', verbs, table_name);
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy tenant_rows on %I using (%s) with check (%2$s)', table_name, own_tenant);
  execute format(
    'create policy only_own_tenant on %I as restrictive using (%s) with check (%2$s)', table_name, own_tenant
  );
end
$$;

-- A centre (CUS) of one or more gminas, or a region (voivodeship). Public, like a letterhead.
create table tenant (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  kind text not null check (kind in ('centre', 'region')),
  mode text check (mode in ('transformed-ops', 'intermunicipal', 'standalone-city')),
  voivodeship_teryt text not null check (voivodeship_teryt ~ '^[0-9]{2}$'),
  phone text not null,
  email text not null,
  address text not null,
  opening_hours text not null,
  brand_colour text check (brand_colour ~ '^#[0-9a-f]{6}$'),
  accent_colour text check (accent_colour ~ '^#[0-9a-f]{6}$'),
  -- Sample data: its pages say so, and sample accounts may be offered on loopback.
  sample boolean not null default false,
  created_at timestamptz not null default now(),
  constraint tenant_mode_of_centre check ((kind = 'centre') = (mode is not null))
);
grant select on tenant to splot_app;

-- The tenant of a request is found here before any tenant is set.
create table tenant_host (
  host text primary key check (host = lower(host) and host <> ''),
  tenant_id uuid not null references tenant
);
comment on table tenant_host is 'undistributed: read before the tenant is known';
grant select on tenant_host to splot_app;

-- The gminas of a centre; TERYT with the digit of kind (seven) or without (six).
create table tenant_municipality (
  tenant_id uuid not null references tenant,
  teryt text not null check (teryt ~ '^[0-9]{6,7}$'),
  name text not null check (name <> ''),
  primary key (tenant_id, teryt)
);
select protect_tenant_table('tenant_municipality', 'select');
