-- Letters by e-mail, written in the transaction that has a reason for them and sent after it. Texts are neutral: they
-- never say which service it is about. The body is emptied when the letter has gone.
create table mail (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  to_name text not null,
  to_address text not null check (to_address ~ '^[^\s@,;<>"]+@[^\s@,;<>"]+$'),
  subject text not null check (subject !~ '[\r\n]'),
  body text not null,
  written_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  sent_at timestamptz,
  last_error text,
  primary key (tenant_id, id),
  -- Waiting, sent, or given up.
  check (sent_at is null or next_attempt_at is null)
);
create index mail_waiting on mail (tenant_id, next_attempt_at) where next_attempt_at is not null;
select protect_tenant_table('mail', 'select, insert, update');

create function notify_mail() returns trigger language plpgsql as $$
begin
  perform pg_notify('splot_changed', new.tenant_id || ' mail');
  return null;
end
$$;
create trigger mail_is_told after insert on mail for each row execute function notify_mail();
