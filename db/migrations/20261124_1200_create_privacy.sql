-- What keeps a case's history still lets two things pass, and only to the owner of the table: an erasure that was decided
-- and the change of keys. The serving role isn't the owner; it erases through erase_subject() and nothing else.
create function is_maintained(relation oid) returns boolean language sql stable as $$
  select current_setting('splot.maintenance', true) in ('erasing', 'rotating-keys')
    and pg_get_userbyid(relowner) = current_user
  from pg_class
  where oid = relation
$$;
grant execute on function is_maintained(oid) to splot_app;

create function keep_unless_erased() returns trigger language plpgsql as $$
begin
  if is_maintained(tg_relid) then return coalesce(new, old); end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create or replace trigger case_step_is_append_only before update or delete on case_step
  for each row execute function keep_unless_erased();
create or replace trigger plan_agreement_is_append_only before update or delete on plan_agreement
  for each row execute function keep_unless_erased();
create or replace trigger plan_decision_is_append_only before update or delete on plan_decision
  for each row execute function keep_unless_erased();
create or replace trigger plan_snapshot_is_append_only before update or delete on plan_snapshot
  for each row execute function keep_unless_erased();
create or replace trigger monitoring_event_is_append_only before update or delete on monitoring_event
  for each row execute function keep_unless_erased();
create or replace trigger closing_interview_is_append_only before update or delete on closing_interview
  for each row execute function keep_unless_erased();
create or replace trigger result_description_is_append_only before update or delete on result_description
  for each row execute function keep_unless_erased();

-- The four guards below as they were, but for their first line.
create or replace function keep_settled_plan() returns trigger language plpgsql as $$
begin
  if is_maintained(tg_relid) then return new; end if;
  if old.state in ('described', 'replaced', 'abandoned') then
    raise exception 'plan % is closed', old.id using errcode = 'insufficient_privilege';
  end if;
  if old.state not in ('draft', 'agreed', 'returned')
    and (old.number, old.revision, old.person_id, old.application_id, old.reconnaissance_id, old.starts_on, old.ends_on,
      old.own_commitments, old.monitoring_days, old.author_ids, old.agreement_id, old.expected_months, old.short_reason)
    is distinct from (new.number, new.revision, new.person_id, new.application_id, new.reconnaissance_id,
      new.starts_on, new.ends_on, new.own_commitments, new.monitoring_days, new.author_ids, new.agreement_id,
      new.expected_months, new.short_reason)
  then
    raise exception 'the text of plan % is settled', old.id using errcode = 'insufficient_privilege';
  end if;
  if old.approved_by is not null
    and (old.approved_by, old.approved_by_name, old.approved_office, old.approved_on, old.late_reason)
    is distinct from (new.approved_by, new.approved_by_name, new.approved_office, new.approved_on, new.late_reason)
  then
    raise exception 'the approval of plan % is settled', old.id using errcode = 'insufficient_privilege';
  end if;
  if old.end_reason is not null
    and (old.end_reason, old.ended_on) is distinct from (new.end_reason, new.ended_on)
  then
    raise exception 'the end of plan % is settled', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

create or replace function refuse_unless_plan_is() returns trigger language plpgsql as $$
declare
  touched uuid[];
begin
  if is_maintained(tg_relid) then return coalesce(new, old); end if;
  if tg_op <> 'INSERT' and old.plan_id is not null then touched := touched || old.plan_id; end if;
  if tg_op <> 'DELETE' and new.plan_id is not null then touched := touched || new.plan_id; end if;
  if exists (
    select from plan
    where tenant_id = coalesce(new.tenant_id, old.tenant_id) and id = any (touched) and state <> all (tg_argv)
  ) then
    raise exception '% of this plan is closed', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;

create or replace function refuse_when_recognised() returns trigger language plpgsql as $$
declare
  belongs_to uuid := coalesce(new.reconnaissance_id, old.reconnaissance_id);
begin
  if is_maintained(tg_relid) then return coalesce(new, old); end if;
  if exists (
    select from reconnaissance
    where tenant_id = coalesce(new.tenant_id, old.tenant_id) and id = belongs_to and finished_at is not null
  ) then
    raise exception 'this reconnaissance is finished' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;

create or replace function keep_finished_reconnaissance() returns trigger language plpgsql as $$
begin
  if old.finished_at is not null and not is_maintained(tg_relid) then
    raise exception 'this reconnaissance is finished' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

-- The sections of a recognition are sealed with a key outside the database. What stood there in the clear gets the mark
-- of no key and is sealed by `bin/splot rotate-keys`, as is whatever is under an older key.
alter table reconnaissance_section add column text_sealed bytea;
alter table reconnaissance_section add column relevant_because_sealed bytea;
alter table reconnaissance_section disable trigger section_is_written;
-- The owner is under row-level security too: each centre is visited by itself.
do $$
declare
  centre uuid;
begin
  for centre in select id from tenant loop
    execute format('set local splot.tenant_id = %L', centre);
    update reconnaissance_section set
      text_sealed = case when text = '' then ''::bytea else '\x00636c656172'::bytea || convert_to(text, 'UTF8') end,
      relevant_because_sealed = '\x00636c656172'::bytea || convert_to(relevant_because, 'UTF8')
    where tenant_id = centre;
  end loop;
end
$$;
alter table reconnaissance_section enable trigger section_is_written;
alter table reconnaissance_section alter column text_sealed set not null;
alter table reconnaissance_section drop column text;
alter table reconnaissance_section drop column relevant_because;

-- So are forms that wait for their person: they hold what was typed, whatever it is.
alter table form_draft add column answers_sealed bytea;
do $$
declare
  centre uuid;
begin
  for centre in select id from tenant loop
    execute format('set local splot.tenant_id = %L', centre);
    update form_draft set answers_sealed = '\x00636c656172'::bytea || convert_to(answers::text, 'UTF8')
    where tenant_id = centre;
  end loop;
end
$$;
alter table form_draft alter column answers_sealed set not null;
alter table form_draft drop column answers;

-- A reason to keep a person's records beyond their time: a court case, an inspection, a complaint.
create table legal_hold (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  reason text not null check (btrim(reason) <> ''),
  set_by uuid not null,
  set_by_name text not null,
  set_at timestamptz not null,
  lifted_by uuid,
  lifted_by_name text,
  lifted_at timestamptz,
  lift_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  check (num_nulls(lifted_by, lifted_by_name, lifted_at, lift_reason) in (0, 4)),
  check (btrim(lift_reason) <> '')
);
create unique index legal_hold_in_force on legal_hold (tenant_id, person_id) where lifted_at is null;
select protect_tenant_table('legal_hold', 'select, insert, update');

-- A correction of a person's details: what stood there before and after, each value sealed, by whom and why.
create table rectification (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  field text not null check (field ~ '^[a-z_]+$'),
  old_sealed bytea,
  new_sealed bytea,
  reason text not null check (reason ~ '^[a-z][a-z-]*$'),
  person_version integer not null,
  corrected_by uuid not null,
  corrected_by_name text not null,
  corrected_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index rectification_of on rectification (tenant_id, person_id, corrected_at);
select protect_tenant_table('rectification', 'select, insert');
create trigger rectification_is_append_only before update or delete on rectification
  for each row execute function keep_unless_erased();

-- How long a kind of record is kept, by the centre's list of files (JRWA), from a day on. Unknown until the centre says.
create table retention_rule (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  record_class text not null check (record_class in ('case-file', 'need-report')),
  file_symbol text not null check (file_symbol ~ '^[0-9]{1,6}$'),
  category text not null check (category ~ '^(A|B[0-9]{1,2}|BE[0-9]{1,2}|Bc)$'),
  -- Full years after the year in which the case was closed; null: kept for ever (category A).
  years integer check (years between 0 and 99),
  valid_from date not null,
  set_by uuid not null,
  set_by_name text not null,
  set_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, record_class, valid_from),
  check ((category = 'A') = (years is null))
);
select protect_tenant_table('retention_rule', 'select, insert');

-- The list of erasures: what was erased, when, by whose decision. It holds no personal data, outlives every backup and is
-- replayed after a restore.
create table erasure (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  subject_kind text not null check (subject_kind in ('person', 'report')),
  subject_id uuid not null,
  basis text not null check (basis in ('retention', 'request', 'order')),
  -- Numbers of the applications and plans, for the record of disposal.
  case_numbers text[] not null,
  -- Rows changed or deleted, by table.
  counts jsonb not null,
  -- Keyed hash of the whole export made just before.
  content_hash bytea not null check (length(content_hash) = 32),
  decided_by uuid not null,
  decided_by_name text not null,
  erased_at timestamptz not null,
  primary key (tenant_id, id)
);
create index erasure_of on erasure (tenant_id, subject_id);
select protect_tenant_table('erasure', 'select');
create trigger erasure_is_append_only before update or delete on erasure
  for each row execute function refuse_change();
create trigger erasure_is_not_emptied before truncate on erasure
  for each statement execute function refuse_change();
