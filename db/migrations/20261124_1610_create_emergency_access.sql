-- Somebody opened a case out of their reach because it could not wait: for a short time, to read only. Shown at once to
-- the data protection officer, who judges it. The serving role may write the judgement and nothing else.
create table emergency_access (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  person_id uuid not null,
  application_id uuid not null,
  purpose text not null check (purpose in (
    'life-or-health', 'violence', 'child', 'coordinator-absent', 'urgent-service'
  )),
  reason text not null check (length(btrim(reason)) >= 15),
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  judgement text check (judgement in ('justified', 'not-justified')),
  judgement_note text,
  judged_by uuid,
  judged_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, application_id) references application (tenant_id, id),
  foreign key (tenant_id, judged_by) references account (tenant_id, id),
  constraint emergency_access_is_short check (expires_at > opened_at and expires_at <= opened_at + interval '12 hours'),
  constraint emergency_access_judged_whole check (num_nulls(judgement, judgement_note, judged_by, judged_at) in (0, 4)),
  constraint emergency_access_judge_is_another check (judged_by <> account_id),
  constraint emergency_access_note_says_why check (judgement is distinct from 'not-justified' or btrim(judgement_note) <> '')
);
create index emergency_access_open on emergency_access (tenant_id, account_id, person_id, expires_at);
create index emergency_access_newest on emergency_access (tenant_id, opened_at);
select protect_tenant_table('emergency_access', 'select, insert');
grant update (judgement, judgement_note, judged_by, judged_at) on emergency_access to splot_app;

-- The alerts look at a stretch of time.
create index audit_event_time on audit_event (tenant_id, occurred_at);
