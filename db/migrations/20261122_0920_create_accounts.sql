-- A person who signs in: staff of the centre and of its providers.
create table account (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  email text not null check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$'),
  name text not null check (name <> ''),
  phone text,
  -- argon2id with its parameters.
  password_hash text not null check (password_hash like '$argon2id$%'),
  -- Sealed with a key outside the database.
  totp_secret bytea not null,
  -- The half minute of the last accepted code: no code is accepted twice.
  totp_last_step bigint not null default 0,
  state text not null default 'active' check (state in ('active', 'disabled')),
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, email)
);
select protect_tenant_table('account', 'select, insert, update');

-- What a person does at the centre, from one day to another, both included; without an end until it is ended.
create table account_role (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  role text not null check (role in (
    'director', 'service-organiser', 'plan-coordinator', 'community-organiser', 'front-desk', 'provider',
    'data-protection-officer', 'accountant', 'administrator', 'regional-analyst'
  )),
  valid_from date not null,
  valid_until date,
  primary key (tenant_id, id),
  unique (tenant_id, account_id, role, valid_from),
  foreign key (tenant_id, account_id) references account (tenant_id, id),
  -- One that is withdrawn before it began ends the day before.
  constraint account_role_days check (valid_until >= valid_from - 1)
);
select protect_tenant_table('account_role', 'select, insert, update');

-- What the director entrusts to one person by name beyond the role: approving plans.
create table authorisation (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  kind text not null check (kind in ('plan-approval')),
  granted_by uuid not null,
  valid_from date not null,
  valid_until date,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id),
  foreign key (tenant_id, granted_by) references account (tenant_id, id),
  constraint authorisation_days check (valid_until >= valid_from - 1)
);
create index authorisation_account on authorisation (tenant_id, account_id, kind);
select protect_tenant_table('authorisation', 'select, insert, update');

-- Who stands in for someone absent, in which role and on which days, both included.
create table deputy (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  absent_id uuid not null,
  deputy_id uuid not null,
  role text not null check (role in (
    'director', 'service-organiser', 'plan-coordinator', 'community-organiser', 'front-desk', 'provider',
    'data-protection-officer', 'accountant', 'administrator', 'regional-analyst'
  )),
  valid_from date not null,
  valid_until date not null,
  reason text not null check (reason <> ''),
  appointed_by uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, absent_id) references account (tenant_id, id),
  foreign key (tenant_id, deputy_id) references account (tenant_id, id),
  foreign key (tenant_id, appointed_by) references account (tenant_id, id),
  constraint deputy_is_another check (absent_id <> deputy_id),
  constraint deputy_days check (valid_until >= valid_from - 1)
);
create index deputy_deputy on deputy (tenant_id, deputy_id, valid_until);
select protect_tenant_table('deputy', 'select, insert, update');

-- A browser that is signed in. The token is in its cookie only; here is its hash.
create table session (
  tenant_id uuid not null references tenant (id),
  token_hash bytea not null check (length(token_hash) = 32),
  account_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index session_account on session (tenant_id, account_id);
create index session_expiry on session (tenant_id, expires_at);
select protect_tenant_table('session', 'select, insert, update, delete');

-- Checks of a password, counted to slow down guessing. Keyed hashes: nobody can be read from here. Kept for a day.
create table sign_in_attempt (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  email_hash bytea not null check (length(email_hash) = 32),
  address_hash bytea not null check (length(address_hash) = 32),
  -- Only of a browser that signed in to this very account before.
  device_hash bytea check (length(device_hash) = 32),
  at timestamptz not null,
  succeeded boolean not null default false,
  primary key (tenant_id, id)
);
create index sign_in_attempt_email on sign_in_attempt (tenant_id, email_hash, at);
create index sign_in_attempt_address on sign_in_attempt (tenant_id, address_hash, at);
create index sign_in_attempt_at on sign_in_attempt (tenant_id, at);
select protect_tenant_table('sign_in_attempt', 'select, insert, update, delete');
