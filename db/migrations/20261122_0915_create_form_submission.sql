-- A form sent twice does its work once: the key is claimed in the transaction that does the work.
create table form_submission (
  tenant_id uuid not null references tenant (id),
  form_key text not null check (form_key ~ '^[A-Za-z0-9_-]{22}$'),
  -- Which form, by whom: the same key sent to another form or by another person is refused, not answered.
  form text not null,
  submitted_by text not null,
  location text not null,
  submitted_at timestamptz not null,
  primary key (tenant_id, form_key)
);
select protect_tenant_table('form_submission', 'select, insert, update, delete');

-- Answers of a form of several pages, kept after each page, found again only with the token in the person's browser.
create table form_draft (
  tenant_id uuid not null references tenant (id),
  token_hash bytea not null check (length(token_hash) = 32),
  form text not null,
  answers jsonb not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash, form)
);
create index form_draft_expiry on form_draft (tenant_id, expires_at);
select protect_tenant_table('form_draft', 'select, insert, update, delete');
