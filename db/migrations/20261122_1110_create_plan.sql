-- The recognition of one person's needs (rozpoznanie), one for each application. Once finished it is read-only.
create table reconnaissance (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  application_id uuid not null,
  person_id uuid not null,
  held_on date,
  place text check (place in ('centre', 'home', 'other', 'remote')),
  participants text[] not null default '{}',
  services_used text not null default '',
  risks text not null default '',
  expected_months integer check (expected_months between 0 and 120),
  opinion text not null default '',
  finished_at timestamptz,
  finished_by uuid,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, application_id),
  foreign key (tenant_id, application_id) references application (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  check ((finished_at is null) = (finished_by is null)),
  check (finished_at is null or num_nulls(held_on, place, expected_months) = 0 and participants <> '{}')
);
select protect_tenant_table('reconnaissance', 'select, insert, update');

-- One part of a life, with the classes of care its text needs (statute 7.3). Each reading of a sensitive one is audited.
create table reconnaissance_section (
  tenant_id uuid not null references tenant (id),
  reconnaissance_id uuid not null,
  section text not null check (section in (
    'health-and-functioning', 'housing', 'family-and-carers', 'informal-network', 'daily-activities', 'safety',
    'work-and-education', 'finances', 'participation', 'strengths'
  )),
  text text not null,
  raised text[] not null default '{}',
  relevant_because text,
  version integer not null default 1,
  primary key (tenant_id, reconnaissance_id, section),
  foreign key (tenant_id, reconnaissance_id) references reconnaissance (tenant_id, id),
  check (raised <@ array[
    'ORDINARY', 'HEALTH', 'DISABILITY', 'ADDICTION', 'VIOLENCE', 'CRIMINAL', 'RELIGION_ETHNICITY', 'CHILD'
  ])
);
select protect_tenant_table('reconnaissance_section', 'select, insert, update');

-- A need found in the talk: from the diagnosis' list (no foreign key: the list may change, the finding stays) or new.
create table recognised_need (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  reconnaissance_id uuid not null,
  listed_need_id uuid,
  name text not null check (btrim(name) <> ''),
  group_code text not null check (group_code <> ''),
  position integer not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, reconnaissance_id) references reconnaissance (tenant_id, id)
);
create index recognised_need_of on recognised_need (tenant_id, reconnaissance_id, position);
create unique index recognised_need_once on recognised_need (tenant_id, reconnaissance_id, listed_need_id)
  where listed_need_id is not null;
select protect_tenant_table('recognised_need', 'select, insert, delete');

-- One version of an individual plan (IPUS). A change of an approved plan is a new row with the same number (R-IPUS-07).
create table plan (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  number text not null check (number <> ''),
  revision integer not null default 1 check (revision > 0),
  revises_id uuid,
  change_reason text,
  -- The plan that this one continues after its year (R-IPUS-09).
  previous_plan_id uuid,
  application_id uuid not null,
  reconnaissance_id uuid not null,
  person_id uuid not null,
  received_on date not null,
  rule_set text not null,
  expected_months integer not null,
  short_reason text,
  late_reason text,
  -- Everyone who wrote in this version; none of them approves it.
  author_ids uuid[] not null,
  state text not null default 'draft' check (state in (
    'draft', 'agreed', 'submitted', 'returned', 'approved', 'active', 'suspended', 'ended', 'interviewed', 'described',
    'replaced', 'abandoned'
  )),
  starts_on date,
  ends_on date,
  own_commitments text[] not null default '{}',
  monitoring_days date[] not null default '{}',
  -- The evidence of the person's agreement to this very text.
  agreement_id uuid,
  approved_by uuid,
  approved_by_name text,
  approved_office text check (approved_office in ('director', 'service-organiser', 'deputy')),
  approved_on date,
  end_reason text check (end_reason in (
    'completed', 'period-elapsed', 'person-resigned', 'need-gone', 'non-cooperation', 'moved', 'died',
    'service-unavailable', 'transferred'
  )),
  ended_on date,
  -- Counts every change, so that nobody decides on a text they have not seen; head_version only period and commitments.
  version integer not null default 1,
  head_version integer not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, number, revision),
  foreign key (tenant_id, application_id) references application (tenant_id, id),
  foreign key (tenant_id, reconnaissance_id) references reconnaissance (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, revises_id) references plan (tenant_id, id),
  foreign key (tenant_id, previous_plan_id) references plan (tenant_id, id),
  constraint plan_revision_has_reason check (
    (revision = 1) = (revises_id is null) and (revision = 1) = (change_reason is null)
  ),
  constraint plan_change_reason_said check (btrim(change_reason) <> ''),
  -- R-IPUS-01 and R-IPUS-03: confirmed numbers of the Act, as in the legal rule set cus-act-2020.
  constraint plan_coordination check (rule_set <> 'cus-act-2020' or expected_months >= 3 or btrim(short_reason) <> ''
    and short_reason is not null),
  constraint plan_period check (ends_on >= starts_on
    and (rule_set <> 'cus-act-2020' or ends_on <= starts_on + interval '1 year')),
  constraint plan_period_known check (
    state in ('draft', 'agreed', 'returned', 'abandoned') or starts_on is not null and ends_on is not null
  ),
  -- R-IPUS-04
  constraint plan_agreed check (state in ('draft', 'returned', 'abandoned') or agreement_id is not null),
  -- R-IPUS-05
  constraint plan_approved check (
    (state in ('approved', 'active', 'suspended', 'ended', 'interviewed', 'described', 'replaced'))
    = (approved_by is not null)
  ),
  constraint plan_approval_whole check (num_nulls(approved_by, approved_by_name, approved_office, approved_on) in (0, 4)),
  constraint plan_approver_is_not_author check (approved_by is null or approved_by <> all (author_ids)),
  constraint plan_has_author check (author_ids <> '{}'),
  constraint plan_ended check (
    (state in ('ended', 'interviewed', 'described')) = (end_reason is not null)
    and (end_reason is null) = (ended_on is null)
  )
);
create index plan_by_state on plan (tenant_id, state, received_on);
create index plan_by_person on plan (tenant_id, person_id);
create index plan_by_application on plan (tenant_id, application_id);
create unique index plan_one_open_revision on plan (tenant_id, number)
  where state in ('draft', 'agreed', 'submitted', 'returned');
create unique index plan_one_running_revision on plan (tenant_id, number) where state in ('active', 'suspended');
select protect_tenant_table('plan', 'select, insert, update');

-- What the person wants to change: said at the recognition, then written into each version of the plan.
create table goal (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  reconnaissance_id uuid,
  plan_id uuid,
  recognised_need_id uuid,
  text text not null check (btrim(text) <> ''),
  position integer not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, plan_id, id),
  foreign key (tenant_id, reconnaissance_id) references reconnaissance (tenant_id, id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, recognised_need_id) references recognised_need (tenant_id, id),
  check (num_nonnulls(reconnaissance_id, plan_id) = 1)
);
create index goal_of_reconnaissance on goal (tenant_id, reconnaissance_id, position) where reconnaissance_id is not null;
select protect_tenant_table('goal', 'select, insert, update, delete');

-- One service that answers one need. Service and provider keep their names: what was agreed stays readable.
create table plan_line (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  position integer not null,
  recognised_need_id uuid not null,
  service_id uuid,
  service_name text not null check (btrim(service_name) <> ''),
  -- Given outside the centre's own offer (R-IPUS-06).
  external boolean not null default false,
  provider_id uuid,
  provider_name text not null default '',
  amount numeric(9, 2) not null check (amount > 0),
  unit text not null check (unit in ('hour', 'visit', 'meal', 'km', 'day')),
  times integer not null check (times > 0),
  per text not null check (per in ('day', 'week', 'month', 'plan')),
  starts_on date not null,
  ends_on date not null,
  regime text not null check (regime in (
    'cus-act', 'social-assistance-act', 'family-support-act', 'ministry-programme', 'eu-project',
    'supporting-activity'
  )),
  decision_number text,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, recognised_need_id) references recognised_need (tenant_id, id),
  check (ends_on >= starts_on)
);
create index plan_line_of on plan_line (tenant_id, plan_id, position);
select protect_tenant_table('plan_line', 'select, insert, update, delete');

create table plan_agreement (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  form text not null check (form in ('signature', 'oral-before-two', 'electronic', 'representative-signature')),
  agreed_on date not null,
  agreed_by text not null check (btrim(agreed_by) <> ''),
  evidence text not null check (btrim(evidence) <> ''),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, plan_id, id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id)
);
select protect_tenant_table('plan_agreement', 'select, insert');
-- An agreement counts only for the plan that it was given to.
alter table plan add foreign key (tenant_id, id, agreement_id) references plan_agreement (tenant_id, plan_id, id);

create table plan_decision (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  decision text not null check (decision in ('approved', 'returned')),
  reasons text not null default '',
  decided_by uuid not null,
  decided_by_name text not null,
  office text not null check (office in ('director', 'service-organiser', 'deputy')),
  decided_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  constraint returned_with_reasons check (decision = 'approved' or btrim(reasons) <> '')
);
create index plan_decision_of on plan_decision (tenant_id, plan_id, decided_at);
select protect_tenant_table('plan_decision', 'select, insert');

-- The approved text as it was, whole: what was printed and signed.
create table plan_snapshot (
  tenant_id uuid not null references tenant (id),
  plan_id uuid not null,
  content jsonb not null,
  taken_at timestamptz not null,
  primary key (tenant_id, plan_id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id)
);
select protect_tenant_table('plan_snapshot', 'select, insert');

create table monitoring_event (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  happened_on date not null,
  form text not null check (form in ('visit', 'phone', 'provider-report', 'team-meeting')),
  course text not null check (btrim(course) <> ''),
  resident_opinion text not null default '',
  actions text not null default '',
  next_on date,
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  check (next_on >= happened_on)
);
create index monitoring_event_of on monitoring_event (tenant_id, plan_id, happened_on);
select protect_tenant_table('monitoring_event', 'select, insert');

-- How each line goes, as seen at a monitoring event.
create table monitoring_line (
  tenant_id uuid not null references tenant (id),
  event_id uuid not null,
  line_id uuid not null,
  status text not null check (status in ('as-planned', 'differently', 'not-started', 'stopped')),
  primary key (tenant_id, event_id, line_id),
  foreign key (tenant_id, event_id) references monitoring_event (tenant_id, id),
  foreign key (tenant_id, line_id) references plan_line (tenant_id, id)
);
select protect_tenant_table('monitoring_line', 'select, insert');

-- The summing-up interview, or the note on why there was none (R-IPUS-08).
create table closing_interview (
  tenant_id uuid not null references tenant (id),
  plan_id uuid not null,
  kind text not null check (kind in ('held', 'not-held')),
  held_on date,
  participants text[] not null default '{}',
  resident_opinion text not null default '',
  further_needs text not null default '',
  why text check (why in ('refused', 'unreachable', 'died')),
  note text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, plan_id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  constraint interview_or_note check (case kind
    when 'held' then held_on is not null and btrim(resident_opinion) <> '' and why is null
    else why is not null and btrim(note) <> '' and held_on is null
  end)
);
select protect_tenant_table('closing_interview', 'select, insert');

create table result_description (
  tenant_id uuid not null references tenant (id),
  plan_id uuid not null,
  narrative text not null check (btrim(narrative) <> ''),
  recommendations text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, plan_id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id)
);
select protect_tenant_table('result_description', 'select, insert');

create table goal_result (
  tenant_id uuid not null references tenant (id),
  plan_id uuid not null,
  goal_id uuid not null,
  result text not null check (result in ('attained', 'partly', 'not')),
  primary key (tenant_id, goal_id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  foreign key (tenant_id, plan_id, goal_id) references goal (tenant_id, plan_id, id)
);
select protect_tenant_table('goal_result', 'select, insert');

-- A need that no service answers. It names no person: who waits for it is known only through the recognised need.
create table gap (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  recognised_need_id uuid,
  listed_need_id uuid,
  need_name text not null check (btrim(need_name) <> ''),
  group_code text not null check (group_code <> ''),
  district_id uuid,
  service_type_id uuid,
  words text not null default '',
  state text not null default 'registered' check (state in (
    'registered', 'being-initiated', 'service-found', 'dropped'
  )),
  owner_id uuid,
  owner_name text,
  next_on date,
  -- What was found; a name alone where the directory doesn't have it yet.
  service_id uuid,
  service_name text,
  registered_by uuid not null,
  registered_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, recognised_need_id) references recognised_need (tenant_id, id),
  constraint gap_has_owner check (state <> 'being-initiated' or num_nulls(owner_id, owner_name, next_on) = 0),
  constraint gap_has_service check ((state = 'service-found') = (service_name is not null)),
  check (service_id is null or service_name is not null)
);
create index gap_by_state on gap (tenant_id, state, registered_at);
create unique index gap_of_need on gap (tenant_id, recognised_need_id) where recognised_need_id is not null;
select protect_tenant_table('gap', 'select, insert, update');

-- The text of a plan changes only while it is written; an ended one changes only by the steps that close it.
create function keep_settled_plan() returns trigger language plpgsql as $$
begin
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
create trigger plan_is_settled before update on plan for each row execute function keep_settled_plan();

-- What belongs to a plan is written only in the states named; the plan lies on the same node, its tenant being named.
create function refuse_unless_plan_is() returns trigger language plpgsql as $$
declare
  touched uuid[];
begin
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
create trigger plan_line_is_written before insert or update or delete on plan_line
  for each row execute function refuse_unless_plan_is('draft', 'agreed', 'returned');
create trigger goal_is_written before insert or update or delete on goal
  for each row execute function refuse_unless_plan_is('draft', 'agreed', 'returned');
create trigger agreement_is_given before insert on plan_agreement
  for each row execute function refuse_unless_plan_is('draft', 'agreed', 'returned');
create trigger decision_is_due before insert on plan_decision
  for each row execute function refuse_unless_plan_is('submitted');
create trigger snapshot_is_due before insert on plan_snapshot
  for each row execute function refuse_unless_plan_is('submitted', 'approved');
create trigger monitoring_is_due before insert on monitoring_event
  for each row execute function refuse_unless_plan_is('approved', 'active', 'suspended');
create trigger interview_is_due before insert on closing_interview
  for each row execute function refuse_unless_plan_is('ended');
create trigger description_is_due before insert on result_description
  for each row execute function refuse_unless_plan_is('interviewed');
create trigger goal_result_is_due before insert on goal_result
  for each row execute function refuse_unless_plan_is('interviewed');

create function refuse_when_recognised() returns trigger language plpgsql as $$
declare
  belongs_to uuid := coalesce(new.reconnaissance_id, old.reconnaissance_id);
begin
  if exists (
    select from reconnaissance
    where tenant_id = coalesce(new.tenant_id, old.tenant_id) and id = belongs_to and finished_at is not null
  ) then
    raise exception 'this reconnaissance is finished' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
create trigger section_is_written before insert or update or delete on reconnaissance_section
  for each row execute function refuse_when_recognised();
create trigger need_is_recognised before insert or update or delete on recognised_need
  for each row execute function refuse_when_recognised();
create trigger goal_is_said before insert or update or delete on goal
  for each row execute function refuse_when_recognised();

create function keep_finished_reconnaissance() returns trigger language plpgsql as $$
begin
  if old.finished_at is not null then
    raise exception 'this reconnaissance is finished' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger reconnaissance_is_settled before update on reconnaissance
  for each row execute function keep_finished_reconnaissance();

create trigger plan_agreement_is_append_only before update or delete on plan_agreement
  for each row execute function refuse_change();
create trigger plan_decision_is_append_only before update or delete on plan_decision
  for each row execute function refuse_change();
create trigger plan_snapshot_is_append_only before update or delete on plan_snapshot
  for each row execute function refuse_change();
create trigger monitoring_event_is_append_only before update or delete on monitoring_event
  for each row execute function refuse_change();
create trigger monitoring_line_is_append_only before update or delete on monitoring_line
  for each row execute function refuse_change();
create trigger closing_interview_is_append_only before update or delete on closing_interview
  for each row execute function refuse_change();
create trigger result_description_is_append_only before update or delete on result_description
  for each row execute function refuse_change();
create trigger goal_result_is_append_only before update or delete on goal_result
  for each row execute function refuse_change();
