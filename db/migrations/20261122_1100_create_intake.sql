-- Numbers that people read out: one series a kind and year, counted within the centre, so they tell nobody's volume.
create table case_number (
  tenant_id uuid not null references tenant (id),
  kind text not null check (kind in ('application', 'plan')),
  year integer not null,
  last integer not null check (last > 0),
  primary key (tenant_id, kind, year)
);
select protect_tenant_table('case_number', 'select, insert, update');

-- A person whose needs the centre knows. PESEL is never required; it is sealed with a key outside the database.
create table person (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  given_name text not null check (given_name <> ''),
  family_name text not null check (family_name <> ''),
  -- Folded and phonetic keys for the search before create.
  given_key text not null,
  family_key text not null,
  birth_year integer check (birth_year between 1890 and 2200),
  birth_on date,
  pesel_sealed bytea,
  pesel_hash bytea check (length(pesel_hash) = 32),
  phone text,
  email text,
  address text,
  district_id uuid,
  language text not null default 'pl',
  accessibility_needs text[] not null default '{}',
  -- How and when it is safe to reach this person.
  contact_way text check (contact_way in ('phone', 'sms', 'email', 'letter', 'visit', 'through-other')),
  contact_note text,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  check ((pesel_sealed is null) = (pesel_hash is null))
);
create index person_family_key on person (tenant_id, family_key, given_key);
create index person_phone on person (tenant_id, phone) where phone is not null;
create unique index person_pesel on person (tenant_id, pesel_hash) where pesel_hash is not null;
select protect_tenant_table('person', 'select, insert, update');

-- A need as it was reported: by the person, by someone for them, or by staff who took the call. Not yet an application.
create table need_report (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  receipt_hash bytea not null check (length(receipt_hash) = 32),
  channel text not null check (channel in ('web', 'phone', 'desk', 'letter', 'email', 'field')),
  -- The member of staff who typed it; null when the reporter did.
  taken_by uuid,
  language text not null,
  reporter text not null check (reporter in ('self', 'carer', 'representative', 'someone-else')),
  reporter_name text,
  reporter_phone text,
  -- Who the reporter is to the person, in their words: "córka", "sąsiad".
  reporter_relation text,
  given_name text,
  family_name text,
  birth_year integer,
  pesel_sealed bytea,
  pesel_hash bytea check (length(pesel_hash) = 32),
  phone text,
  email text,
  address text,
  district_id uuid,
  accessibility_needs text[] not null default '{}',
  contact_way text check (contact_way in ('phone', 'sms', 'email', 'letter', 'visit', 'through-other')),
  contact_note text,
  -- In the reporter's own words.
  words text not null check (words <> ''),
  group_code text,
  clause_version text not null,
  received_at timestamptz not null,
  state text not null default 'new' check (state in ('new', 'contacted', 'registered', 'closed')),
  outcome text check (outcome in ('answered', 'duplicate', 'unreachable', 'withdrawn', 'not-for-us')),
  -- The report or application that a duplicate repeats.
  duplicate_of_id uuid,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, receipt_hash),
  check ((state = 'closed') = (outcome is not null)),
  check ((outcome is not distinct from 'duplicate') = (duplicate_of_id is not null)),
  check (reporter = 'self' or reporter_name is not null),
  check ((channel = 'web') = (taken_by is null))
);
create index need_report_received on need_report (tenant_id, received_at);
create index need_report_open on need_report (tenant_id, received_at) where state in ('new', 'contacted');
select protect_tenant_table('need_report', 'select, insert, update');

-- The application that starts the clock: from the day of receipt, not of typing (R-APP-04).
create table application (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  number text not null,
  person_id uuid not null,
  need_report_id uuid,
  applicant_role text not null check (applicant_role in ('self', 'statutory-representative', 'actual-carer')),
  representative_name text,
  representative_basis text,
  channel text not null check (channel in ('paper', 'oral-protocol', 'e-delivery', 'online', 'post')),
  words text not null check (words <> ''),
  -- The information clause (GDPR art. 13) that was given with it.
  clause_version text not null,
  received_on date not null,
  registered_at timestamptz not null,
  registered_by uuid not null,
  coordinator_id uuid,
  -- The legal rule set that decides this case, and the day its plan is due by that set.
  rule_set text not null,
  plan_due_on date not null,
  state text not null default 'received',
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, need_report_id) references need_report (tenant_id, id),
  check (plan_due_on >= received_on),
  -- A representative is named unless the person applies for themself (R-APP-01).
  check (applicant_role = 'self' or representative_name is not null),
  check (state <> 'assigned' or coordinator_id is not null)
);
create unique index application_of_report on application (tenant_id, need_report_id) where need_report_id is not null;
create index application_by_coordinator on application (tenant_id, coordinator_id, plan_due_on);
create index application_due on application (tenant_id, plan_due_on);
create index application_by_person on application (tenant_id, person_id);
select protect_tenant_table('application', 'select, insert, update');

-- Every step of a report, an application, a plan or a gap: from where to where, by whom, why.
create table case_step (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  subject_kind text not null check (subject_kind in ('report', 'application', 'plan', 'gap')),
  subject_id uuid not null,
  event text not null,
  from_state text,
  to_state text not null,
  reason text,
  actor_id uuid,
  actor_name text not null,
  happened_at timestamptz not null,
  seq integer not null,
  primary key (tenant_id, id),
  unique (tenant_id, subject_id, seq)
);
select protect_tenant_table('case_step', 'select, insert');
create trigger case_step_is_append_only before update or delete on case_step
  for each row execute function refuse_change();

-- Guesses at receipt codes, by address and by code, so that nobody can try them through.
create table receipt_attempt (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  address_hash bytea not null,
  receipt_hash bytea not null,
  attempted_at timestamptz not null,
  succeeded boolean not null,
  primary key (tenant_id, id)
);
create index receipt_attempt_recent on receipt_attempt (tenant_id, address_hash, attempted_at);
create index receipt_attempt_code on receipt_attempt (tenant_id, receipt_hash, attempted_at);
select protect_tenant_table('receipt_attempt', 'select, insert, delete');
