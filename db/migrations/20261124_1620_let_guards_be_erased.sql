-- Of a restriction and of emergency access the words go with the person; who decided what and when stays.
create or replace function keep_restriction_version() returns trigger
language plpgsql security invoker
as $$
begin
  if is_maintained(tg_relid) then return null; end if;
  insert into person_restriction_version
    (tenant_id, person_id, version, reason, note, viewer_ids, lifted, changed_by, changed_at)
  values
    (new.tenant_id, new.person_id, new.version, new.reason, new.note, new.viewer_ids, new.lifted, new.changed_by,
      new.changed_at);
  return null;
end
$$;
create or replace trigger person_restriction_version_is_append_only before update or delete on person_restriction_version
  for each row execute function keep_unless_erased();
