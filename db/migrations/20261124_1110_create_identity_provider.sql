-- Where the centre's staff have accounts already (OpenID Connect), one a centre. Set by the administrator.
create table identity_provider (
  tenant_id uuid primary key references tenant (id),
  -- As staff know it; stands on the button.
  name text not null check (name <> '' and length(name) <= 60),
  issuer text not null check (issuer ~ '^https?://' and length(issuer) <= 200),
  client_id text not null check (client_id <> '' and length(client_id) <= 200),
  -- Sealed with a key outside the database.
  client_secret bytea not null,
  -- What must be the account's e-mail address when the two are linked.
  matching_claim text not null check (matching_claim in ('email', 'preferred_username', 'none')),
  -- When our own code isn't asked for.
  second_factor text not null check (second_factor in ('own-code', 'amr-mfa', 'acr')),
  acr text check (acr <> '' and length(acr) <= 200),
  state text not null check (state in ('on', 'off')),
  version integer not null default 1,
  changed_at timestamptz not null,
  constraint identity_provider_acr check ((second_factor = 'acr') = (acr is not null))
);
select protect_tenant_table('identity_provider', 'select, insert, update');

-- Who an account is at the provider. A subject is never given to somebody else; an e-mail address may be.
create table account_identity (
  tenant_id uuid not null references tenant (id),
  account_id uuid not null,
  issuer text not null,
  subject text not null check (subject <> '' and length(subject) <= 255),
  linked_at timestamptz not null,
  last_used_at timestamptz,
  primary key (tenant_id, account_id),
  unique (tenant_id, issuer, subject),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
select protect_tenant_table('account_identity', 'select, insert, update, delete');

-- Answers of the provider that were taken already: none is taken twice. Kept while one could still be sent again.
create table identity_provider_answer (
  tenant_id uuid not null references tenant (id),
  state_hash bytea not null check (length(state_hash) = 32),
  expires_at timestamptz not null,
  primary key (tenant_id, state_hash)
);
create index identity_provider_answer_expiry on identity_provider_answer (tenant_id, expires_at);
select protect_tenant_table('identity_provider_answer', 'select, insert, delete');
