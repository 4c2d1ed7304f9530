-- Codes on paper for who has lost their phone. All of a person are hashed (argon2id) with one salt, so that looking for
-- one takes one hash. A used one stays until they are renewed: it counts as used, and nothing else.
create table recovery_code (
  tenant_id uuid not null references tenant (id),
  account_id uuid not null,
  code_hash bytea not null check (length(code_hash) = 32),
  used_at timestamptz,
  primary key (tenant_id, account_id, code_hash),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
select protect_tenant_table('recovery_code', 'select, insert, update, delete');

alter table account
  add column recovery_salt bytea check (length(recovery_salt) = 16),
  add column recovery_made_at timestamptz,
  add constraint account_recovery check ((recovery_salt is null) = (recovery_made_at is null));
