-- How many files were past their time on the night of a day. Whichever process writes the row first tells the officer.
create table retention_watch (
  tenant_id uuid not null references tenant (id),
  looked_on date not null,
  due integer not null check (due >= 0),
  looked_at timestamptz not null,
  primary key (tenant_id, looked_on)
);
select protect_tenant_table('retention_watch', 'select, insert');
