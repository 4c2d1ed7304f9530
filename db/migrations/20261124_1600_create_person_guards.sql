-- A person whose record only those named here see, besides the coordinator of their case: violence, a member of staff,
-- their family, somebody widely known. Who isn't named finds no such person.
create table person_restriction (
  tenant_id uuid not null references tenant (id),
  person_id uuid not null,
  reason text not null check (reason in ('violence', 'staff-member', 'staff-relative', 'public-person')),
  note text not null default '',
  viewer_ids uuid[] not null check (viewer_ids <> '{}'),
  lifted boolean not null default false,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, changed_by) references account (tenant_id, id)
);
select protect_tenant_table('person_restriction', 'select, insert, update');

-- Every version of it: who decided what, when and why.
create table person_restriction_version (
  tenant_id uuid not null references tenant (id),
  person_id uuid not null,
  version integer not null,
  reason text not null check (reason in ('violence', 'staff-member', 'staff-relative', 'public-person')),
  note text not null,
  viewer_ids uuid[] not null,
  lifted boolean not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (tenant_id, person_id, version),
  foreign key (tenant_id, person_id) references person_restriction (tenant_id, person_id)
);
select protect_tenant_table('person_restriction_version', 'select, insert');

create function keep_restriction_version() returns trigger
language plpgsql security invoker
as $$
begin
  insert into person_restriction_version
    (tenant_id, person_id, version, reason, note, viewer_ids, lifted, changed_by, changed_at)
  values
    (new.tenant_id, new.person_id, new.version, new.reason, new.note, new.viewer_ids, new.lifted, new.changed_by,
      new.changed_at);
  return null;
end
$$;
create trigger person_restriction_is_kept after insert or update on person_restriction
  for each row execute function keep_restriction_version();
create trigger person_restriction_version_is_append_only before update or delete on person_restriction_version
  for each row execute function refuse_change();

-- Whom a member of staff calls close: their own account opens no record of such a person. Themself is one of them.
create table declared_relative (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  relation text not null check (relation in ('self', 'spouse', 'parent', 'child', 'sibling', 'in-law', 'close')),
  given_name text not null check (btrim(given_name) <> ''),
  family_name text not null check (btrim(family_name) <> ''),
  -- As in person: what the names sound like.
  given_key text not null,
  family_key text not null,
  birth_year integer not null check (birth_year between 1890 and 2200),
  declared_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id),
  check ((ended_by is null) = (ended_at is null)),
  -- Nobody gives themself back what they gave up.
  constraint declared_relative_ended_by_another check (ended_by <> account_id)
);
create index declared_relative_account on declared_relative (tenant_id, account_id) where ended_at is null;
select protect_tenant_table('declared_relative', 'select, insert');
grant update (ended_by, ended_at) on declared_relative to splot_app;
