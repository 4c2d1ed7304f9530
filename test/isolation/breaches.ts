/** How each rule of `catalogueRules` is broken, for its control here and for the doctor's. */
export const breaches: Record<string, string | string[]> = {
  'tables-known': 'create table stray (id int)',
  'rls-forced': 'alter table audit_event no force row level security',
  policies: 'create policy more on audit_event for select using (true)',
  'tenant-not-null':
    'alter table audit_chain drop constraint audit_chain_pkey; alter table audit_chain alter tenant_id drop not null',
  'tenant-first-in-keys': 'create unique index loose on person (pesel_hash)',
  'tenant-first-in-references': `create unique index person_id on person (id);
      alter table need_report add column person_id uuid references person (id)`,
  'shared-apart': `create table stray (tenant uuid, id uuid, foreign key (tenant, id) references person (tenant_id, id))`,
  'app-grants': 'grant truncate on audit_event to splot_app',
  'append-only': 'grant update on audit_event to splot_app',
  views: [
    'create view everyone as select * from person',
    'create view everyone with (security_invoker = false) as select * from person',
    'create materialized view everyone as select * from person',
  ],
  functions: [
    `create function peek() returns bigint security definer language sql as 'select count(*) from person'`,
    `create function peek(text) returns boolean leakproof language sql as 'select true'`,
  ],
  partitions: [
    `create table visit (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id))
        partition by hash (tenant_id);
      select protect_tenant_table('visit', 'select');
      create table visit_0 partition of visit for values with (modulus 1, remainder 0)`,
    `create table visit () inherits (form_draft);
      select protect_tenant_table('visit', 'select')`,
  ],
  'tenant-column-elsewhere': [
    'create schema queue; create table queue.job (tenant_id uuid, id uuid)',
    'create table outbox (of_tenant uuid, words text)',
  ],
  publications: 'create publication everything for all tables',
  sequences: 'create sequence count_of_everyone',
}
