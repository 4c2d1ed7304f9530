-- What was done and looked at, by whom and why. Links are chained per centre: each hash covers the one before it.
create table audit_event (
  tenant_id uuid not null references tenant (id),
  seq bigint not null check (seq > 0),
  occurred_at timestamptz not null,
  event text not null check (event ~ '^[a-z][a-z-]*(\.[a-z][a-z-]*)+$'),
  actor_kind text not null check (actor_kind in ('staff', 'resident', 'anonymous', 'system')),
  actor_id uuid,
  actor_name text,
  actor_role text not null,
  subject_kind text,
  subject_id uuid,
  person_id uuid,
  section text,
  purpose text,
  -- Text, not jsonb: the hash covers the very characters.
  detail text not null default '{}',
  request_id text not null,
  hash bytea not null check (length(hash) = 32),
  primary key (tenant_id, seq)
);

create index audit_event_person on audit_event (tenant_id, person_id, seq desc);
create index audit_event_subject on audit_event (tenant_id, subject_id, seq desc);

-- The newest link of each centre's chain. Its row lock puts writers in order.
create table audit_chain (
  tenant_id uuid not null primary key references tenant (id),
  seq bigint not null,
  hash bytea not null check (length(hash) = 32)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_event_is_append_only before update or delete on audit_event
  for each row execute function refuse_change();
create trigger audit_event_is_not_emptied before truncate on audit_event
  for each statement execute function refuse_change();

select protect_tenant_table('audit_event', 'select, insert');
select protect_tenant_table('audit_chain', 'select, insert, update');
