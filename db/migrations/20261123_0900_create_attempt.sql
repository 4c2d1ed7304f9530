-- Attempts that are counted to slow down guessing and floods: at a password, at a receipt code, at sending reports.
-- Keyed hashes of an address, an account, a code: nobody can be read from here. Kept for a day.
create table attempt (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  kind text not null,
  subject_hash bytea not null check (length(subject_hash) = 32),
  at timestamptz not null,
  primary key (tenant_id, id)
);
create index attempt_recent on attempt (tenant_id, subject_hash, at);
create index attempt_age on attempt (tenant_id, at);
select protect_tenant_table('attempt', 'select, insert, delete');

drop table sign_in_attempt;
drop table receipt_attempt;
