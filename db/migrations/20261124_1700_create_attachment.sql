-- A file that somebody handed in with an application: paper that was scanned, a photo. What it is, its name and the
-- file itself are sealed with a key outside the database. Removed, the line stays and the file is gone.
create table attachment (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  application_id uuid not null,
  title_sealed bytea not null,
  name_sealed bytea not null,
  -- Told from the content, never from what was sent along.
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  size integer not null check (size between 1 and 10485760),
  -- SHA-256 of the file as it was handed in; empty once its person is erased.
  content_hash bytea not null check (length(content_hash) in (0, 32)),
  content_sealed bytea,
  added_by uuid not null,
  added_at timestamptz not null,
  removed_by uuid,
  removed_at timestamptz,
  reason_sealed bytea not null default '',
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references application (tenant_id, id),
  foreign key (tenant_id, added_by) references account (tenant_id, id),
  foreign key (tenant_id, removed_by) references account (tenant_id, id),
  check ((removed_at is null) = (removed_by is null)),
  constraint attachment_removed_is_gone check (removed_at is null or content_sealed is null)
);
-- Sealed bytes don't shrink.
alter table attachment alter column content_sealed set storage external;
create index attachment_application on attachment (tenant_id, application_id, added_at);
select protect_tenant_table('attachment', 'select, insert');
grant update (content_sealed, removed_by, removed_at, reason_sealed, version) on attachment to splot_app;

-- The one change there is: to be removed, once.
create function keep_attachment() returns trigger
language plpgsql
as $$
begin
  if is_maintained(tg_relid) then return new; end if;
  if old.removed_at is not null or new.removed_at is null then
    raise exception 'an attachment is only removed, and once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger attachment_is_kept before update on attachment
  for each row execute function keep_attachment();
