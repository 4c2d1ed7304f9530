-- A session as its person sees it: a number that may stand in an address, the browser, and when they last proved in it
-- that they are who they are. Who was signed in before this existed proves it again before the next sensitive step.
alter table session
  add column id uuid not null default gen_random_uuid(),
  add column browser text not null default '' check (length(browser) <= 60),
  add column proven_at timestamptz not null default 'epoch',
  add unique (tenant_id, id);
alter table session alter column proven_at drop default;
