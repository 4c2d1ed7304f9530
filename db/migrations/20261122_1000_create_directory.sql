-- The directory of services. Names of columns follow HSDS 3.1 (Open Referral) where it has a name for the thing.
-- A text in several languages is a jsonb object {"pl": …, "uk": …, "en": …}; Polish is always there.

-- The 14 areas of art. 2(1) of the Act of 19 July 2019 (Dz.U. 2019 poz. 1818). The same for every centre.
create table statutory_area (
  code text primary key check (code ~ '^[A-Z]+(_[A-Z]+)*$'),
  number integer not null unique check (number between 1 and 14),
  name jsonb not null check (name ? 'pl')
);
comment on table statutory_area is 'reference: the same for every centre';
insert into statutory_area (code, number, name) values
  ('PRO_FAMILY_POLICY', 1, '{"pl": "polityka prorodzinna", "uk": "сімейна політика", "en": "family policy"}'),
  ('FAMILY_SUPPORT', 2, '{"pl": "wspieranie rodziny", "uk": "підтримка сім''ї", "en": "family support"}'),
  ('FOSTER_CARE', 3, '{"pl": "system pieczy zastępczej", "uk": "система прийомної опіки", "en": "foster care"}'),
  ('SOCIAL_ASSISTANCE', 4, '{"pl": "pomoc społeczna", "uk": "соціальна допомога", "en": "social assistance"}'),
  ('HEALTH', 5, '{"pl": "promocja i ochrona zdrowia", "uk": "зміцнення та охорона здоров''я", "en": "health promotion and protection"}'),
  ('DISABILITY_SUPPORT', 6, '{"pl": "wspieranie osób niepełnosprawnych", "uk": "підтримка людей з інвалідністю", "en": "support for people with disabilities"}'),
  ('PUBLIC_EDUCATION', 7, '{"pl": "edukacja publiczna", "uk": "державна освіта", "en": "public education"}'),
  ('UNEMPLOYMENT', 8, '{"pl": "przeciwdziałanie bezrobociu", "uk": "протидія безробіттю", "en": "counteracting unemployment"}'),
  ('CULTURE', 9, '{"pl": "kultura", "uk": "культура", "en": "culture"}'),
  ('SPORT_TOURISM', 10, '{"pl": "kultura fizyczna i turystyka", "uk": "фізична культура та туризм", "en": "sport and tourism"}'),
  ('CIVIC_ACTIVITY', 11, '{"pl": "pobudzanie aktywności obywatelskiej", "uk": "заохочення громадянської активності", "en": "encouraging civic activity"}'),
  ('HOUSING', 12, '{"pl": "mieszkalnictwo", "uk": "житло", "en": "housing"}'),
  ('ENVIRONMENT', 13, '{"pl": "ochrona środowiska", "uk": "охорона довкілля", "en": "environmental protection"}'),
  ('REINTEGRATION', 14, '{"pl": "reintegracja zawodowa i społeczna", "uk": "професійна та соціальна реінтеграція", "en": "vocational and social reintegration"}');
grant select on statutory_area to splot_app;

-- Tells every process that what it keeps in memory about this centre's directory is old.
create function tell_directory_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('splot_changed', coalesce(new.tenant_id, old.tenant_id)::text || ' directory');
  return null;
end
$$;

create table target_group (
  tenant_id uuid not null references tenant (id),
  code text not null check (code ~ '^[a-z]+(-[a-z]+)*$'),
  name jsonb not null check (name ? 'pl'),
  position integer not null,
  -- A group of the centre's own assessment of needs, as opposed to one added for the search.
  diagnosis boolean not null,
  primary key (tenant_id, code)
);

create table district (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  number integer not null check (number > 0),
  name text not null check (name <> ''),
  primary key (tenant_id, id),
  unique (tenant_id, number)
);

-- The municipality's own taxonomy of services: what residents look for, whoever offers it.
create table service_type (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  code text not null check (code <> ''),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name jsonb not null check (name ? 'pl'),
  description jsonb not null check (description ? 'pl'),
  -- Words for the search, such as the people it is for.
  labels text[] not null default '{}',
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  unique (tenant_id, slug)
);

-- A phrase in which residents speak of a type: the search lives on these.
create table service_type_alias (
  tenant_id uuid not null references tenant (id),
  service_type_id uuid not null,
  lang text not null check (lang in ('pl', 'uk', 'en')),
  phrase text not null check (phrase <> ''),
  primary key (tenant_id, service_type_id, lang, phrase),
  foreign key (tenant_id, service_type_id) references service_type (tenant_id, id)
);

create table service_type_area (
  tenant_id uuid not null references tenant (id),
  service_type_id uuid not null,
  area_code text not null references statutory_area (code),
  primary key (tenant_id, service_type_id, area_code),
  foreign key (tenant_id, service_type_id) references service_type (tenant_id, id)
);

create table service_type_group (
  tenant_id uuid not null references tenant (id),
  service_type_id uuid not null,
  group_code text not null,
  primary key (tenant_id, service_type_id, group_code),
  foreign key (tenant_id, service_type_id) references service_type (tenant_id, id),
  foreign key (tenant_id, group_code) references target_group (tenant_id, code)
);

create table organisation (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  kind text not null check (kind in ('municipal-unit', 'ngo', 'local-firm', 'social-economy')),
  description text not null,
  legal_status text,
  email text,
  website text,
  sample boolean not null default false,
  last_modified timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, slug)
);

-- HSDS location with its address. A place that must stay secret has none here: its service simply has no place.
create table place (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  organisation_id uuid not null,
  name text not null check (name <> ''),
  location_type text not null check (location_type in ('physical', 'postal', 'virtual')),
  address_1 text not null,
  postal_code text not null check (postal_code ~ '^[0-9]{2}-[0-9]{3}$'),
  city text not null,
  state_province text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  district_id uuid,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  -- Plain directions: how to get there and in.
  transportation text,
  accessibility text[] not null default '{}' check (
    accessibility <@ array[
      'step-free', 'lift', 'accessible-toilet', 'hearing-loop', 'sign-language', 'parking', 'assistance-dog', 'quiet-room'
    ]
  ),
  sample boolean not null default false,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, slug),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  foreign key (tenant_id, district_id) references district (tenant_id, id)
);

create table service (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  service_type_id uuid not null,
  organisation_id uuid not null,
  name text not null check (name <> ''),
  description text not null,
  status text not null check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
  url text,
  email text,
  eligibility_description text,
  minimum_age integer check (minimum_age >= 0),
  maximum_age integer,
  fees_description text,
  -- HSDS cost_option: an amount without a unit is for the whole service.
  free boolean not null,
  cost_amount numeric(10, 2) check (cost_amount > 0),
  cost_currency text check (cost_currency ~ '^[A-Z]{3}$'),
  cost_unit text,
  application_process text,
  referral_required boolean not null,
  -- HSDS service_capacity, in words.
  capacity_available text not null check (capacity_available in ('available', 'limited', 'none', 'unknown')),
  capacity_updated date,
  capacity_description text,
  -- False where only the districts of service_area are served.
  whole_area boolean not null,
  languages text[] not null default '{pl}',
  -- Checked with the provider, as opposed to edited.
  assured_date date,
  assurer_email text,
  last_modified timestamptz not null,
  sample boolean not null default false,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, slug),
  foreign key (tenant_id, service_type_id) references service_type (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id),
  check (maximum_age >= minimum_age),
  check (not free or cost_amount is null)
);
create index service_by_type on service (tenant_id, service_type_id);
create index service_by_organisation on service (tenant_id, organisation_id);

create table service_area (
  tenant_id uuid not null references tenant (id),
  service_id uuid not null,
  district_id uuid not null,
  primary key (tenant_id, service_id, district_id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  foreign key (tenant_id, district_id) references district (tenant_id, id)
);

create table service_at_place (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  service_id uuid not null,
  place_id uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, service_id, place_id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  foreign key (tenant_id, place_id) references place (tenant_id, id)
);

-- Weekly hours, of the service wherever it is (service_at_place_id is null) or at one place.
create table schedule (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  service_id uuid not null,
  service_at_place_id uuid,
  freq text not null check (freq = 'WEEKLY'),
  byday text not null check (byday ~ '^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$'),
  opens_at time not null,
  closes_at time not null,
  timezone text not null,
  valid_from date,
  valid_to date,
  description text,
  -- Open on public holidays too.
  holidays boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  foreign key (tenant_id, service_at_place_id) references service_at_place (tenant_id, id) on delete cascade
);
create index schedule_by_service on schedule (tenant_id, service_id);

create table contact (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  organisation_id uuid,
  service_id uuid,
  name text,
  title text,
  department text,
  email text,
  primary key (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  check (num_nonnulls(organisation_id, service_id) = 1)
);
create index contact_by_service on contact (tenant_id, service_id);

create table phone (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  organisation_id uuid,
  service_id uuid,
  number text not null check (number <> ''),
  extension text,
  type text not null check (type in ('text', 'voice', 'fax', 'cell', 'video', 'pager', 'textphone')),
  description text,
  primary key (tenant_id, id),
  foreign key (tenant_id, organisation_id) references organisation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, service_id) references service (tenant_id, id) on delete cascade,
  check (num_nonnulls(organisation_id, service_id) = 1)
);
create index phone_by_service on phone (tenant_id, service_id);
create index phone_by_organisation on phone (tenant_id, organisation_id);

-- A need of a group, as the centre's assessment of needs found it.
create table need (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  code text not null check (code <> ''),
  group_code text not null,
  text jsonb not null check (text ? 'pl'),
  source text not null,
  position integer not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, group_code) references target_group (tenant_id, code)
);

create table need_area (
  tenant_id uuid not null references tenant (id),
  need_id uuid not null,
  area_code text not null references statutory_area (code),
  primary key (tenant_id, need_id, area_code),
  foreign key (tenant_id, need_id) references need (tenant_id, id)
);

create table need_service_type (
  tenant_id uuid not null references tenant (id),
  need_id uuid not null,
  service_type_id uuid not null,
  position integer not null,
  primary key (tenant_id, need_id, service_type_id),
  foreign key (tenant_id, need_id) references need (tenant_id, id),
  foreign key (tenant_id, service_type_id) references service_type (tenant_id, id)
);

-- A service that the assessment proposes for a group.
create table proposed_service (
  tenant_id uuid not null references tenant (id),
  id uuid not null default gen_random_uuid(),
  code text not null check (code <> ''),
  group_code text not null,
  text jsonb not null check (text ? 'pl'),
  source text not null,
  position integer not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, group_code) references target_group (tenant_id, code)
);

create table proposed_service_area (
  tenant_id uuid not null references tenant (id),
  proposed_service_id uuid not null,
  area_code text not null references statutory_area (code),
  primary key (tenant_id, proposed_service_id, area_code),
  foreign key (tenant_id, proposed_service_id) references proposed_service (tenant_id, id)
);

create table proposed_service_type (
  tenant_id uuid not null references tenant (id),
  proposed_service_id uuid not null,
  service_type_id uuid not null,
  position integer not null,
  primary key (tenant_id, proposed_service_id, service_type_id),
  foreign key (tenant_id, proposed_service_id) references proposed_service (tenant_id, id),
  foreign key (tenant_id, service_type_id) references service_type (tenant_id, id)
);

do $$
declare
  table_name text;
begin
  foreach table_name in array array[
    'target_group', 'district', 'service_type', 'organisation', 'place', 'service', 'need', 'proposed_service'
  ] loop
    perform protect_tenant_table(table_name, 'select, insert, update');
  end loop;
  -- Parts of the above, replaced as a whole.
  foreach table_name in array array[
    'service_type_alias', 'service_type_area', 'service_type_group', 'service_area', 'service_at_place', 'schedule',
    'contact', 'phone', 'need_area', 'need_service_type', 'proposed_service_area', 'proposed_service_type'
  ] loop
    perform protect_tenant_table(table_name, 'select, insert, delete');
  end loop;
  foreach table_name in array array[
    'target_group', 'district', 'service_type', 'service_type_alias', 'service_type_area', 'service_type_group',
    'organisation', 'place', 'service', 'service_area', 'service_at_place', 'schedule', 'contact', 'phone', 'need',
    'need_area', 'need_service_type', 'proposed_service', 'proposed_service_area', 'proposed_service_type'
  ] loop
    execute format(
      'create trigger %I after insert or update or delete on %I for each row execute function tell_directory_changed()',
      table_name || '_changed', table_name
    );
  end loop;
end
$$;
