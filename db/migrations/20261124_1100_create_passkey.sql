-- A passkey (WebAuthn credential) that opens an account of this centre. The private key never leaves the person's
-- device; here is what its signatures are checked with.
create table passkey (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  credential_id bytea not null check (length(credential_id) between 16 and 1023),
  -- SubjectPublicKeyInfo, DER.
  public_key bytea not null check (length(public_key) between 32 and 1024),
  -- The host name that the passkey is bound to; on another one browsers don't offer it.
  host text not null check (host <> ''),
  -- Signatures so far, as the device counts them; 0 for devices that don't.
  sign_count bigint not null check (sign_count between 0 and 4294967295),
  -- Copied by its maker to the person's other devices.
  synced boolean not null,
  name text not null check (name <> '' and length(name) <= 60),
  created_at timestamptz not null,
  last_used_at timestamptz,
  -- Its count went backwards: somebody may have a copy. It opens nothing any more.
  suspended_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, credential_id),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index passkey_account on passkey (tenant_id, account_id);
select protect_tenant_table('passkey', 'select, insert, update, delete');

-- What a device is asked to sign: for one browser, once, within minutes.
create table passkey_challenge (
  tenant_id uuid not null references tenant (id),
  purpose text not null check (purpose in ('add', 'sign-in')),
  -- Of the token in the browser's cookie: its session when a passkey is added.
  token_hash bytea not null check (length(token_hash) = 32),
  challenge bytea not null check (length(challenge) = 32),
  expires_at timestamptz not null,
  primary key (tenant_id, purpose, token_hash)
);
create index passkey_challenge_expiry on passkey_challenge (tenant_id, expires_at);
select protect_tenant_table('passkey_challenge', 'select, insert, update, delete');
