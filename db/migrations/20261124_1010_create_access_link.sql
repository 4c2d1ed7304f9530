-- A link sent by e-mail with which a person sets their own password, once: an invitation, or a reset. The token is in
-- the letter only; here is its hash. A link that was used, replaced or withdrawn is deleted.
create table access_link (
  tenant_id uuid not null references tenant (id),
  token_hash bytea not null check (length(token_hash) = 32),
  account_id uuid not null,
  kind text not null check (kind in ('invitation', 'reset')),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index access_link_account on access_link (tenant_id, account_id);
create index access_link_expiry on access_link (tenant_id, expires_at);
select protect_tenant_table('access_link', 'select, insert, update, delete');

-- Who is invited has neither until they set both: no password opens the account.
alter table account
  alter column password_hash drop not null,
  alter column totp_secret drop not null,
  add constraint account_has_both_factors check ((password_hash is null) = (totp_secret is null));
