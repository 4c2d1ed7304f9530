-- Under row-level security only leakproof operators reach an index, and neither ilike nor the overlap of arrays is one:
-- both read every person of the centre. Equality and ^@ are leakproof.

-- The sounds of a surname, a row each: what family_key holds, apart.
create table person_sound (
  tenant_id uuid not null references tenant (id),
  sound text not null check (sound <> ''),
  person_id uuid not null,
  primary key (tenant_id, sound, person_id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index person_sound_person on person_sound (tenant_id, person_id);

-- The owner is under row-level security too: each centre is visited by itself.
do $$
declare
  centre uuid;
begin
  for centre in select id from tenant loop
    execute format('set local splot.tenant_id = %L', centre);
    insert into person_sound (tenant_id, sound, person_id)
    select tenant_id, sound, id
    from person, string_to_table(family_key, ' ') as sound
    where tenant_id = centre
      and sound <> ''
    on conflict do nothing;
  end loop;
end
$$;
select protect_tenant_table('person_sound', 'select, insert, delete');

-- Small letters without Polish diacritics, for the beginning of a surname.
alter table person
  add column family_folded text collate "C" not null
    generated always as (translate(lower(family_name), 'ąćęłńóśźż', 'acelnoszz')) stored;
create index person_family_folded on person (tenant_id, family_folded);
drop index person_family_key;

-- What a coordinator has registered and nobody has been given yet: the second half of their own cases.
create index application_by_registrar on application (tenant_id, registered_by) where coordinator_id is null;
