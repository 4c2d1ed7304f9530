-- What the migrations make. Written by `npm run db:refresh`; not to be edited.

grant usage on schema public to splot_app;

CREATE OR REPLACE FUNCTION public.erase_subject(its_kind text, its_id uuid, erasure_id uuid, its_basis text, its_case_numbers text[], its_content_hash bytea, by_id uuid, by_name text, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  its_tenant constant uuid := nullif(current_setting('splot.tenant_id', true), '')::uuid;
  counts jsonb := '{}';
  changed bigint;
  its_person_id uuid[];
  its_person_pesel_hash bytea[];
  its_person_email text[];
  its_application_need_report_id uuid[];
  its_application_id uuid[];
  its_reconnaissance_id uuid[];
  its_plan_id uuid[];
  its_need_report_email text[];
  its_need_report_id uuid[];
  its_recognised_need_id uuid[];
  its_monitoring_event_id uuid[];
  its_gap_id uuid[];
begin
  if its_tenant is null then raise exception 'no centre is set'; end if;
  -- A restore runs as the owner and repeats what was decided; the serving role waits for the hold to be lifted.
  if session_user = 'splot_app' and exists (
    select from legal_hold where tenant_id = its_tenant and person_id = its_id and lifted_at is null
  ) then
    raise exception 'a legal hold is in force' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('splot.maintenance', 'erasing', true);
  if its_kind = 'person' then
    its_person_id := array(
      select person.id from person
      where person.tenant_id = its_tenant
      and person.id = its_id
    );
    its_person_pesel_hash := array(
      select person.pesel_hash from person
      where person.tenant_id = its_tenant
      and person.id = its_id
    );
    its_person_email := array(
      select person.email from person
      where person.tenant_id = its_tenant
      and person.id = its_id
    );
    its_application_need_report_id := array(
      select application.need_report_id from application
      where application.tenant_id = its_tenant
      and application.person_id = any (its_person_id)
    );
    its_application_id := array(
      select application.id from application
      where application.tenant_id = its_tenant
      and application.person_id = any (its_person_id)
    );
    its_reconnaissance_id := array(
      select reconnaissance.id from reconnaissance
      where reconnaissance.tenant_id = its_tenant
      and reconnaissance.person_id = any (its_person_id)
    );
    its_plan_id := array(
      select plan.id from plan
      where plan.tenant_id = its_tenant
      and plan.person_id = any (its_person_id)
    );
    its_need_report_email := array(
      select need_report.email from need_report
      where need_report.tenant_id = its_tenant
      and (need_report.id = any (its_application_need_report_id)
      or need_report.duplicate_of_id = any (its_application_need_report_id)
      or need_report.duplicate_of_id = any (its_application_id)
      or need_report.pesel_hash = any (its_person_pesel_hash))
    );
    its_need_report_id := array(
      select need_report.id from need_report
      where need_report.tenant_id = its_tenant
      and (need_report.id = any (its_application_need_report_id)
      or need_report.duplicate_of_id = any (its_application_need_report_id)
      or need_report.duplicate_of_id = any (its_application_id)
      or need_report.pesel_hash = any (its_person_pesel_hash))
    );
    its_recognised_need_id := array(
      select recognised_need.id from recognised_need
      where recognised_need.tenant_id = its_tenant
      and recognised_need.reconnaissance_id = any (its_reconnaissance_id)
    );
    its_monitoring_event_id := array(
      select monitoring_event.id from monitoring_event
      where monitoring_event.tenant_id = its_tenant
      and monitoring_event.plan_id = any (its_plan_id)
    );
    its_gap_id := array(
      select gap.id from gap
      where gap.tenant_id = its_tenant
      and gap.recognised_need_id = any (its_recognised_need_id)
    );
    update person set
      given_name = case when given_name <> '' then '—' else given_name end,
      family_name = case when family_name <> '' then '—' else family_name end,
      given_key = '',
      family_key = '',
      birth_year = null,
      birth_on = null,
      pesel_sealed = null,
      pesel_hash = null,
      phone = null,
      email = null,
      address = null,
      contact_way = null,
      contact_note = null,
      accessibility_needs = '{}'
    where person.tenant_id = its_tenant
      and person.id = its_id
      and (
        given_name is distinct from case when given_name <> '' then '—' else given_name end
        or family_name is distinct from case when family_name <> '' then '—' else family_name end
        or given_key is distinct from ''
        or family_key is distinct from ''
        or birth_year is distinct from null
        or birth_on is distinct from null
        or pesel_sealed is distinct from null
        or pesel_hash is distinct from null
        or phone is distinct from null
        or email is distinct from null
        or address is distinct from null
        or contact_way is distinct from null
        or contact_note is distinct from null
        or accessibility_needs is distinct from '{}'
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('person', changed); end if;
    delete from person_sound where person_sound.tenant_id = its_tenant
      and person_sound.person_id = any (its_person_id);
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('person_sound', changed); end if;
    update application set
      words = case when words <> '' then '—' else words end,
      representative_name = case when representative_name <> '' then '—' else representative_name end,
      representative_basis = null
    where application.tenant_id = its_tenant
      and application.person_id = any (its_person_id)
      and (
        words is distinct from case when words <> '' then '—' else words end
        or representative_name is distinct from case when representative_name <> '' then '—' else representative_name end
        or representative_basis is distinct from null
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('application', changed); end if;
    update reconnaissance set
      services_used = '',
      opinion = '',
      risks = '',
      participants = case when participants <> '{}' then '{—}' else participants end
    where reconnaissance.tenant_id = its_tenant
      and reconnaissance.person_id = any (its_person_id)
      and (
        services_used is distinct from ''
        or opinion is distinct from ''
        or risks is distinct from ''
        or participants is distinct from case when participants <> '{}' then '{—}' else participants end
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('reconnaissance', changed); end if;
    update plan set
      change_reason = case when change_reason <> '' then '—' else change_reason end,
      short_reason = case when short_reason <> '' then '—' else short_reason end,
      late_reason = case when late_reason <> '' then '—' else late_reason end,
      own_commitments = '{}'
    where plan.tenant_id = its_tenant
      and plan.person_id = any (its_person_id)
      and (
        change_reason is distinct from case when change_reason <> '' then '—' else change_reason end
        or short_reason is distinct from case when short_reason <> '' then '—' else short_reason end
        or late_reason is distinct from case when late_reason <> '' then '—' else late_reason end
        or own_commitments is distinct from '{}'
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('plan', changed); end if;
    update person_restriction set
      note = case when note <> '' then '—' else note end
    where person_restriction.tenant_id = its_tenant
      and person_restriction.person_id = any (its_person_id)
      and (
        note is distinct from case when note <> '' then '—' else note end
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('person_restriction', changed); end if;
    update person_restriction_version set
      note = case when note <> '' then '—' else note end
    where person_restriction_version.tenant_id = its_tenant
      and person_restriction_version.person_id = any (its_person_id)
      and (
        note is distinct from case when note <> '' then '—' else note end
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('person_restriction_version', changed); end if;
    update emergency_access set
      reason = case when reason <> '' then '———————————————' else reason end,
      judgement_note = case when judgement_note <> '' then '—' else judgement_note end
    where emergency_access.tenant_id = its_tenant
      and emergency_access.person_id = any (its_person_id)
      and (
        reason is distinct from case when reason <> '' then '———————————————' else reason end
        or judgement_note is distinct from case when judgement_note <> '' then '—' else judgement_note end
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('emergency_access', changed); end if;
    update legal_hold set
      reason = case when reason <> '' then '—' else reason end,
      lift_reason = case when lift_reason <> '' then '—' else lift_reason end
    where legal_hold.tenant_id = its_tenant
      and legal_hold.person_id = any (its_person_id)
      and (
        reason is distinct from case when reason <> '' then '—' else reason end
        or lift_reason is distinct from case when lift_reason <> '' then '—' else lift_reason end
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('legal_hold', changed); end if;
    update rectification set
      old_sealed = null,
      new_sealed = null
    where rectification.tenant_id = its_tenant
      and rectification.person_id = any (its_person_id)
      and (
        old_sealed is distinct from null
        or new_sealed is distinct from null
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('rectification', changed); end if;
    update need_report set
      given_name = null,
      family_name = null,
      birth_year = null,
      pesel_sealed = null,
      pesel_hash = null,
      phone = null,
      email = null,
      address = null,
      contact_way = null,
      contact_note = null,
      words = case when words <> '' then '—' else words end,
      accessibility_needs = '{}',
      reporter_name = case when reporter_name <> '' then '—' else reporter_name end,
      reporter_phone = null,
      reporter_relation = null
    where need_report.tenant_id = its_tenant
      and (need_report.id = any (its_application_need_report_id)
      or need_report.duplicate_of_id = any (its_application_need_report_id)
      or need_report.duplicate_of_id = any (its_application_id)
      or need_report.pesel_hash = any (its_person_pesel_hash))
      and (
        given_name is distinct from null
        or family_name is distinct from null
        or birth_year is distinct from null
        or pesel_sealed is distinct from null
        or pesel_hash is distinct from null
        or phone is distinct from null
        or email is distinct from null
        or address is distinct from null
        or contact_way is distinct from null
        or contact_note is distinct from null
        or words is distinct from case when words <> '' then '—' else words end
        or accessibility_needs is distinct from '{}'
        or reporter_name is distinct from case when reporter_name <> '' then '—' else reporter_name end
        or reporter_phone is distinct from null
        or reporter_relation is distinct from null
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('need_report', changed); end if;
    update attachment set
      title_sealed = '',
      name_sealed = '',
      content_sealed = null,
      reason_sealed = '',
      content_hash = ''
    where attachment.tenant_id = its_tenant
      and attachment.application_id = any (its_application_id)
      and (
        title_sealed is distinct from ''
        or name_sealed is distinct from ''
        or content_sealed is distinct from null
        or reason_sealed is distinct from ''
        or content_hash is distinct from ''
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('attachment', changed); end if;
    update reconnaissance_section set
      text_sealed = '',
      relevant_because_sealed = null,
      raised = '{}'
    where reconnaissance_section.tenant_id = its_tenant
      and reconnaissance_section.reconnaissance_id = any (its_reconnaissance_id)
      and (
        text_sealed is distinct from ''
        or relevant_because_sealed is distinct from null
        or raised is distinct from '{}'
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('reconnaissance_section', changed); end if;
    update recognised_need set
      name = case when name <> '' then '—' else name end
    where recognised_need.tenant_id = its_tenant
      and recognised_need.reconnaissance_id = any (its_reconnaissance_id)
      and (
        name is distinct from case when name <> '' then '—' else name end
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('recognised_need', changed); end if;
    update goal set
      text = case when text <> '' then '—' else text end
    where goal.tenant_id = its_tenant
      and (goal.reconnaissance_id = any (its_reconnaissance_id)
      or goal.plan_id = any (its_plan_id))
      and (
        text is distinct from case when text <> '' then '—' else text end
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('goal', changed); end if;
    update plan_line set
      decision_number = case when decision_number <> '' then '—' else decision_number end
    where plan_line.tenant_id = its_tenant
      and plan_line.plan_id = any (its_plan_id)
      and (
        decision_number is distinct from case when decision_number <> '' then '—' else decision_number end
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('plan_line', changed); end if;
    update plan_agreement set
      agreed_by = case when agreed_by <> '' then '—' else agreed_by end,
      evidence = case when evidence <> '' then '—' else evidence end
    where plan_agreement.tenant_id = its_tenant
      and plan_agreement.plan_id = any (its_plan_id)
      and (
        agreed_by is distinct from case when agreed_by <> '' then '—' else agreed_by end
        or evidence is distinct from case when evidence <> '' then '—' else evidence end
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('plan_agreement', changed); end if;
    update plan_decision set
      reasons = case when reasons <> '' then '—' else reasons end
    where plan_decision.tenant_id = its_tenant
      and plan_decision.plan_id = any (its_plan_id)
      and (
        reasons is distinct from case when reasons <> '' then '—' else reasons end
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('plan_decision', changed); end if;
    delete from plan_snapshot where plan_snapshot.tenant_id = its_tenant
      and plan_snapshot.plan_id = any (its_plan_id);
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('plan_snapshot', changed); end if;
    update monitoring_event set
      resident_opinion = '',
      actions = '',
      course = case when course <> '' then '—' else course end
    where monitoring_event.tenant_id = its_tenant
      and monitoring_event.plan_id = any (its_plan_id)
      and (
        resident_opinion is distinct from ''
        or actions is distinct from ''
        or course is distinct from case when course <> '' then '—' else course end
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('monitoring_event', changed); end if;
    update closing_interview set
      resident_opinion = case when resident_opinion <> '' then '—' else resident_opinion end,
      further_needs = '',
      note = case when note <> '' then '—' else note end,
      participants = '{}'
    where closing_interview.tenant_id = its_tenant
      and closing_interview.plan_id = any (its_plan_id)
      and (
        resident_opinion is distinct from case when resident_opinion <> '' then '—' else resident_opinion end
        or further_needs is distinct from ''
        or note is distinct from case when note <> '' then '—' else note end
        or participants is distinct from '{}'
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('closing_interview', changed); end if;
    update result_description set
      narrative = case when narrative <> '' then '—' else narrative end,
      recommendations = ''
    where result_description.tenant_id = its_tenant
      and result_description.plan_id = any (its_plan_id)
      and (
        narrative is distinct from case when narrative <> '' then '—' else narrative end
        or recommendations is distinct from ''
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('result_description', changed); end if;
    update gap set
      need_name = case when need_name <> '' then '—' else need_name end,
      words = ''
    where gap.tenant_id = its_tenant
      and gap.recognised_need_id = any (its_recognised_need_id)
      and (
        need_name is distinct from case when need_name <> '' then '—' else need_name end
        or words is distinct from ''
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('gap', changed); end if;
    delete from mail where mail.tenant_id = its_tenant
      and (mail.to_address = any (its_person_email)
      or mail.to_address = any (its_need_report_email));
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('mail', changed); end if;
    update case_step set
      reason = case when reason <> '' then '—' else reason end
    where case_step.tenant_id = its_tenant
      and (case_step.subject_id = any (its_need_report_id)
      or case_step.subject_id = any (its_application_id)
      or case_step.subject_id = any (its_plan_id)
      or case_step.subject_id = any (its_gap_id))
      and (
        reason is distinct from case when reason <> '' then '—' else reason end
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('case_step', changed); end if;
  end if;
  if its_kind = 'report' then
    its_need_report_email := array(
      select need_report.email from need_report
      where need_report.tenant_id = its_tenant
      and need_report.id = its_id
    );
    its_need_report_id := array(
      select need_report.id from need_report
      where need_report.tenant_id = its_tenant
      and need_report.id = its_id
    );
    update need_report set
      given_name = null,
      family_name = null,
      birth_year = null,
      pesel_sealed = null,
      pesel_hash = null,
      phone = null,
      email = null,
      address = null,
      contact_way = null,
      contact_note = null,
      words = case when words <> '' then '—' else words end,
      accessibility_needs = '{}',
      reporter_name = case when reporter_name <> '' then '—' else reporter_name end,
      reporter_phone = null,
      reporter_relation = null
    where need_report.tenant_id = its_tenant
      and need_report.id = its_id
      and (
        given_name is distinct from null
        or family_name is distinct from null
        or birth_year is distinct from null
        or pesel_sealed is distinct from null
        or pesel_hash is distinct from null
        or phone is distinct from null
        or email is distinct from null
        or address is distinct from null
        or contact_way is distinct from null
        or contact_note is distinct from null
        or words is distinct from case when words <> '' then '—' else words end
        or accessibility_needs is distinct from '{}'
        or reporter_name is distinct from case when reporter_name <> '' then '—' else reporter_name end
        or reporter_phone is distinct from null
        or reporter_relation is distinct from null
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('need_report', changed); end if;
    delete from mail where mail.tenant_id = its_tenant
      and mail.to_address = any (its_need_report_email);
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('mail', changed); end if;
    update case_step set
      reason = case when reason <> '' then '—' else reason end
    where case_step.tenant_id = its_tenant
      and case_step.subject_id = any (its_need_report_id)
      and (
        reason is distinct from case when reason <> '' then '—' else reason end
      );
    get diagnostics changed = row_count;
    if changed > 0 then counts := counts || jsonb_build_object('case_step', changed); end if;
  end if;
  perform set_config('splot.maintenance', '', true);
  insert into erasure (
    tenant_id, id, subject_kind, subject_id, basis, case_numbers, counts, content_hash, decided_by, decided_by_name,
    erased_at
  )
  values (
    its_tenant, erasure_id, its_kind, its_id, its_basis, its_case_numbers, counts, its_content_hash, by_id, by_name, at
  )
  on conflict (tenant_id, id) do nothing;
  return counts;
end
$function$
;
grant execute on function erase_subject(text,uuid,uuid,text,text[],bytea,uuid,text,timestamp with time zone) to splot_app;

CREATE OR REPLACE FUNCTION public.is_maintained(relation oid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select current_setting('splot.maintenance', true) in ('erasing', 'rotating-keys')
    and pg_get_userbyid(relowner) = current_user
  from pg_class
  where oid = relation
$function$
;
grant execute on function is_maintained(oid) to splot_app;

CREATE OR REPLACE FUNCTION public.keep_attachment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if is_maintained(tg_relid) then return new; end if;
  if old.removed_at is not null or new.removed_at is null then
    raise exception 'an attachment is only removed, and once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.keep_finished_reconnaissance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.finished_at is not null and not is_maintained(tg_relid) then
    raise exception 'this reconnaissance is finished' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.keep_restriction_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if is_maintained(tg_relid) then return null; end if;
  insert into person_restriction_version
    (tenant_id, person_id, version, reason, note, viewer_ids, lifted, changed_by, changed_at)
  values
    (new.tenant_id, new.person_id, new.version, new.reason, new.note, new.viewer_ids, new.lifted, new.changed_by,
      new.changed_at);
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.keep_settled_plan()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if is_maintained(tg_relid) then return new; end if;
  if old.state in ('described', 'replaced', 'abandoned') then
    raise exception 'plan % is closed', old.id using errcode = 'insufficient_privilege';
  end if;
  if old.state not in ('draft', 'agreed', 'returned')
    and (old.number, old.revision, old.person_id, old.application_id, old.reconnaissance_id, old.starts_on, old.ends_on,
      old.own_commitments, old.monitoring_days, old.author_ids, old.agreement_id, old.expected_months, old.short_reason)
    is distinct from (new.number, new.revision, new.person_id, new.application_id, new.reconnaissance_id,
      new.starts_on, new.ends_on, new.own_commitments, new.monitoring_days, new.author_ids, new.agreement_id,
      new.expected_months, new.short_reason)
  then
    raise exception 'the text of plan % is settled', old.id using errcode = 'insufficient_privilege';
  end if;
  if old.approved_by is not null
    and (old.approved_by, old.approved_by_name, old.approved_office, old.approved_on, old.late_reason)
    is distinct from (new.approved_by, new.approved_by_name, new.approved_office, new.approved_on, new.late_reason)
  then
    raise exception 'the approval of plan % is settled', old.id using errcode = 'insufficient_privilege';
  end if;
  if old.end_reason is not null
    and (old.end_reason, old.ended_on) is distinct from (new.end_reason, new.ended_on)
  then
    raise exception 'the end of plan % is settled', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$function$
;

CREATE OR REPLACE FUNCTION public.keep_unless_erased()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if is_maintained(tg_relid) then return coalesce(new, old); end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$function$
;

CREATE OR REPLACE FUNCTION public.notify_mail()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('splot_changed', new.tenant_id || ' mail');
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.protect_tenant_table(table_name text, verbs text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  own_tenant constant text := $sql$tenant_id = nullif(current_setting('splot.tenant_id', true), '')::uuid$sql$;
begin
  execute format('revoke all on %I from public', table_name);
  execute format('grant %s on %I to splot_app', verbs, table_name);
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy tenant_rows on %I using (%s) with check (%2$s)', table_name, own_tenant);
  execute format(
    'create policy only_own_tenant on %I as restrictive using (%s) with check (%2$s)', table_name, own_tenant
  );
end
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_unless_plan_is()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  touched uuid[];
begin
  if is_maintained(tg_relid) then return coalesce(new, old); end if;
  if tg_op <> 'INSERT' and old.plan_id is not null then touched := touched || old.plan_id; end if;
  if tg_op <> 'DELETE' and new.plan_id is not null then touched := touched || new.plan_id; end if;
  if exists (
    select from plan
    where tenant_id = coalesce(new.tenant_id, old.tenant_id) and id = any (touched) and state <> all (tg_argv)
  ) then
    raise exception '% of this plan is closed', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_when_recognised()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  belongs_to uuid := coalesce(new.reconnaissance_id, old.reconnaissance_id);
begin
  if is_maintained(tg_relid) then return coalesce(new, old); end if;
  if exists (
    select from reconnaissance
    where tenant_id = coalesce(new.tenant_id, old.tenant_id) and id = belongs_to and finished_at is not null
  ) then
    raise exception 'this reconnaissance is finished' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$function$
;

CREATE OR REPLACE FUNCTION public.tell_directory_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('splot_changed', coalesce(new.tenant_id, old.tenant_id)::text || ' directory');
  return null;
end
$function$
;

create table access_link (
  tenant_id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  kind text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint access_link_pkey PRIMARY KEY (tenant_id, token_hash),
  constraint access_link_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id),
  constraint access_link_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint access_link_check CHECK ((expires_at > made_at)),
  constraint access_link_kind_check CHECK ((kind = ANY (ARRAY['invitation'::text, 'reset'::text]))),
  constraint access_link_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX access_link_account ON public.access_link USING btree (tenant_id, account_id);
CREATE INDEX access_link_expiry ON public.access_link USING btree (tenant_id, expires_at);
alter table access_link enable row level security;
alter table access_link force row level security;
create policy only_own_tenant on access_link as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on access_link as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on access_link to splot_app;

create table account (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  email text not null,
  name text not null,
  phone text,
  password_hash text,
  totp_secret bytea,
  totp_last_step bigint not null default 0,
  state text not null default 'active'::text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  recovery_salt bytea,
  recovery_made_at timestamp with time zone,
  constraint account_pkey PRIMARY KEY (tenant_id, id),
  constraint account_tenant_id_email_key UNIQUE (tenant_id, email),
  constraint account_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint account_email_check CHECK (((email = lower(email)) AND (email ~ '^[^@\s]+@[^@\s]+$'::text))),
  constraint account_has_both_factors CHECK (((password_hash IS NULL) = (totp_secret IS NULL))),
  constraint account_name_check CHECK ((name <> ''::text)),
  constraint account_password_hash_check CHECK ((password_hash ~~ '$argon2id$%'::text)),
  constraint account_recovery CHECK (((recovery_salt IS NULL) = (recovery_made_at IS NULL))),
  constraint account_recovery_salt_check CHECK ((length(recovery_salt) = 16)),
  constraint account_state_check CHECK ((state = ANY (ARRAY['active'::text, 'disabled'::text])))
);
alter table account enable row level security;
alter table account force row level security;
create policy only_own_tenant on account as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on account as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on account to splot_app;

create table account_identity (
  tenant_id uuid not null,
  account_id uuid not null,
  issuer text not null,
  subject text not null,
  linked_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint account_identity_pkey PRIMARY KEY (tenant_id, account_id),
  constraint account_identity_tenant_id_issuer_subject_key UNIQUE (tenant_id, issuer, subject),
  constraint account_identity_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id),
  constraint account_identity_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint account_identity_subject_check CHECK (((subject <> ''::text) AND (length(subject) <= 255)))
);
alter table account_identity enable row level security;
alter table account_identity force row level security;
create policy only_own_tenant on account_identity as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on account_identity as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on account_identity to splot_app;

create table account_role (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  role text not null,
  valid_from date not null,
  valid_until date,
  constraint account_role_pkey PRIMARY KEY (tenant_id, id),
  constraint account_role_tenant_id_account_id_role_valid_from_key UNIQUE (tenant_id, account_id, role, valid_from),
  constraint account_role_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id),
  constraint account_role_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint account_role_days CHECK ((valid_until >= (valid_from - 1))),
  constraint account_role_role_check CHECK ((role = ANY (ARRAY['director'::text, 'service-organiser'::text, 'plan-coordinator'::text, 'community-organiser'::text, 'front-desk'::text, 'provider'::text, 'data-protection-officer'::text, 'accountant'::text, 'administrator'::text, 'regional-analyst'::text])))
);
alter table account_role enable row level security;
alter table account_role force row level security;
create policy only_own_tenant on account_role as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on account_role as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on account_role to splot_app;

create table application (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  number text not null,
  person_id uuid not null,
  need_report_id uuid,
  applicant_role text not null,
  representative_name text,
  representative_basis text,
  channel text not null,
  words text not null,
  clause_version text not null,
  received_on date not null,
  registered_at timestamp with time zone not null,
  registered_by uuid not null,
  coordinator_id uuid,
  rule_set text not null,
  plan_due_on date not null,
  state text not null default 'received'::text,
  version integer not null default 1,
  constraint application_pkey PRIMARY KEY (tenant_id, id),
  constraint application_tenant_id_number_key UNIQUE (tenant_id, number),
  constraint application_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint application_tenant_id_need_report_id_fkey FOREIGN KEY (tenant_id, need_report_id) REFERENCES need_report(tenant_id, id),
  constraint application_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  constraint application_applicant_role_check CHECK ((applicant_role = ANY (ARRAY['self'::text, 'statutory-representative'::text, 'actual-carer'::text]))),
  constraint application_channel_check CHECK ((channel = ANY (ARRAY['paper'::text, 'oral-protocol'::text, 'e-delivery'::text, 'online'::text, 'post'::text]))),
  constraint application_check CHECK ((plan_due_on >= received_on)),
  constraint application_check1 CHECK (((applicant_role = 'self'::text) OR (representative_name IS NOT NULL))),
  constraint application_check2 CHECK (((state <> 'assigned'::text) OR (coordinator_id IS NOT NULL))),
  constraint application_words_check CHECK ((words <> ''::text))
);
CREATE INDEX application_by_coordinator ON public.application USING btree (tenant_id, coordinator_id, plan_due_on);
CREATE INDEX application_by_person ON public.application USING btree (tenant_id, person_id);
CREATE INDEX application_by_registrar ON public.application USING btree (tenant_id, registered_by) WHERE (coordinator_id IS NULL);
CREATE INDEX application_due ON public.application USING btree (tenant_id, plan_due_on);
CREATE UNIQUE INDEX application_of_report ON public.application USING btree (tenant_id, need_report_id) WHERE (need_report_id IS NOT NULL);
alter table application enable row level security;
alter table application force row level security;
create policy only_own_tenant on application as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on application as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on application to splot_app;

create table attachment (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  application_id uuid not null,
  title_sealed bytea not null,
  name_sealed bytea not null,
  media_type text not null,
  size integer not null,
  content_hash bytea not null,
  content_sealed bytea,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  removed_by uuid,
  removed_at timestamp with time zone,
  reason_sealed bytea not null default '\x'::bytea,
  version integer not null default 1,
  constraint attachment_pkey PRIMARY KEY (tenant_id, id),
  constraint attachment_tenant_id_added_by_fkey FOREIGN KEY (tenant_id, added_by) REFERENCES account(tenant_id, id),
  constraint attachment_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES application(tenant_id, id),
  constraint attachment_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint attachment_tenant_id_removed_by_fkey FOREIGN KEY (tenant_id, removed_by) REFERENCES account(tenant_id, id),
  constraint attachment_check CHECK (((removed_at IS NULL) = (removed_by IS NULL))),
  constraint attachment_content_hash_check CHECK ((length(content_hash) = ANY (ARRAY[0, 32]))),
  constraint attachment_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text]))),
  constraint attachment_removed_is_gone CHECK (((removed_at IS NULL) OR (content_sealed IS NULL))),
  constraint attachment_size_check CHECK (((size >= 1) AND (size <= 10485760)))
);
CREATE INDEX attachment_application ON public.attachment USING btree (tenant_id, application_id, added_at);
CREATE TRIGGER attachment_is_kept BEFORE UPDATE ON public.attachment FOR EACH ROW EXECUTE FUNCTION keep_attachment();
alter table attachment enable row level security;
alter table attachment force row level security;
create policy only_own_tenant on attachment as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on attachment as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on attachment to splot_app;
grant update (content_sealed) on attachment to splot_app;
grant update (removed_by) on attachment to splot_app;
grant update (removed_at) on attachment to splot_app;
grant update (reason_sealed) on attachment to splot_app;
grant update (version) on attachment to splot_app;

create table attempt (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  subject_hash bytea not null,
  at timestamp with time zone not null,
  constraint attempt_pkey PRIMARY KEY (tenant_id, id),
  constraint attempt_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint attempt_subject_hash_check CHECK ((length(subject_hash) = 32))
);
CREATE INDEX attempt_age ON public.attempt USING btree (tenant_id, at);
CREATE INDEX attempt_recent ON public.attempt USING btree (tenant_id, subject_hash, at);
alter table attempt enable row level security;
alter table attempt force row level security;
create policy only_own_tenant on attempt as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on attempt as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on attempt to splot_app;

create table audit_chain (
  tenant_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  constraint audit_chain_pkey PRIMARY KEY (tenant_id),
  constraint audit_chain_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint audit_chain_hash_check CHECK ((length(hash) = 32))
);
alter table audit_chain enable row level security;
alter table audit_chain force row level security;
create policy only_own_tenant on audit_chain as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on audit_chain as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on audit_chain to splot_app;

create table audit_event (
  tenant_id uuid not null,
  seq bigint not null,
  occurred_at timestamp with time zone not null,
  event text not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text,
  actor_role text not null,
  subject_kind text,
  subject_id uuid,
  person_id uuid,
  section text,
  purpose text,
  detail text not null default '{}'::text,
  request_id text not null,
  hash bytea not null,
  constraint audit_event_pkey PRIMARY KEY (tenant_id, seq),
  constraint audit_event_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint audit_event_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'resident'::text, 'anonymous'::text, 'system'::text]))),
  constraint audit_event_event_check CHECK ((event ~ '^[a-z][a-z-]*(\.[a-z][a-z-]*)+$'::text)),
  constraint audit_event_hash_check CHECK ((length(hash) = 32)),
  constraint audit_event_seq_check CHECK ((seq > 0))
);
CREATE INDEX audit_event_person ON public.audit_event USING btree (tenant_id, person_id, seq DESC);
CREATE INDEX audit_event_subject ON public.audit_event USING btree (tenant_id, subject_id, seq DESC);
CREATE INDEX audit_event_time ON public.audit_event USING btree (tenant_id, occurred_at);
CREATE TRIGGER audit_event_is_append_only BEFORE DELETE OR UPDATE ON public.audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_is_not_emptied BEFORE TRUNCATE ON public.audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy only_own_tenant on audit_event as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on audit_event as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on audit_event to splot_app;

create table authorisation (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  kind text not null,
  granted_by uuid not null,
  valid_from date not null,
  valid_until date,
  constraint authorisation_pkey PRIMARY KEY (tenant_id, id),
  constraint authorisation_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id),
  constraint authorisation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint authorisation_tenant_id_granted_by_fkey FOREIGN KEY (tenant_id, granted_by) REFERENCES account(tenant_id, id),
  constraint authorisation_days CHECK ((valid_until >= (valid_from - 1))),
  constraint authorisation_kind_check CHECK ((kind = 'plan-approval'::text))
);
CREATE INDEX authorisation_account ON public.authorisation USING btree (tenant_id, account_id, kind);
alter table authorisation enable row level security;
alter table authorisation force row level security;
create policy only_own_tenant on authorisation as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on authorisation as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on authorisation to splot_app;

create table case_number (
  tenant_id uuid not null,
  kind text not null,
  year integer not null,
  last integer not null,
  constraint case_number_pkey PRIMARY KEY (tenant_id, kind, year),
  constraint case_number_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint case_number_kind_check CHECK ((kind = ANY (ARRAY['application'::text, 'plan'::text]))),
  constraint case_number_last_check CHECK ((last > 0))
);
alter table case_number enable row level security;
alter table case_number force row level security;
create policy only_own_tenant on case_number as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on case_number as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on case_number to splot_app;

create table case_step (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  subject_kind text not null,
  subject_id uuid not null,
  event text not null,
  from_state text,
  to_state text not null,
  reason text,
  actor_id uuid,
  actor_name text not null,
  happened_at timestamp with time zone not null,
  seq integer not null,
  constraint case_step_pkey PRIMARY KEY (tenant_id, id),
  constraint case_step_tenant_id_subject_id_seq_key UNIQUE (tenant_id, subject_id, seq),
  constraint case_step_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint case_step_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['report'::text, 'application'::text, 'plan'::text, 'gap'::text])))
);
CREATE TRIGGER case_step_is_append_only BEFORE DELETE OR UPDATE ON public.case_step FOR EACH ROW EXECUTE FUNCTION keep_unless_erased();
alter table case_step enable row level security;
alter table case_step force row level security;
create policy only_own_tenant on case_step as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on case_step as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on case_step to splot_app;

create table closing_interview (
  tenant_id uuid not null,
  plan_id uuid not null,
  kind text not null,
  held_on date,
  participants text[] not null default '{}'::text[],
  resident_opinion text not null default ''::text,
  further_needs text not null default ''::text,
  why text,
  note text not null default ''::text,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint closing_interview_pkey PRIMARY KEY (tenant_id, plan_id),
  constraint closing_interview_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint closing_interview_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plan(tenant_id, id),
  constraint closing_interview_kind_check CHECK ((kind = ANY (ARRAY['held'::text, 'not-held'::text]))),
  constraint closing_interview_why_check CHECK ((why = ANY (ARRAY['refused'::text, 'unreachable'::text, 'died'::text]))),
  constraint interview_or_note CHECK (
CASE kind
    WHEN 'held'::text THEN ((held_on IS NOT NULL) AND (btrim(resident_opinion) <> ''::text) AND (why IS NULL))
    ELSE ((why IS NOT NULL) AND (btrim(note) <> ''::text) AND (held_on IS NULL))
END)
);
CREATE TRIGGER closing_interview_is_append_only BEFORE DELETE OR UPDATE ON public.closing_interview FOR EACH ROW EXECUTE FUNCTION keep_unless_erased();
CREATE TRIGGER interview_is_due BEFORE INSERT ON public.closing_interview FOR EACH ROW EXECUTE FUNCTION refuse_unless_plan_is('ended');
alter table closing_interview enable row level security;
alter table closing_interview force row level security;
create policy only_own_tenant on closing_interview as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on closing_interview as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on closing_interview to splot_app;

create table contact (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  organisation_id uuid,
  service_id uuid,
  name text,
  title text,
  department text,
  email text,
  constraint contact_pkey PRIMARY KEY (tenant_id, id),
  constraint contact_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint contact_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES organisation(tenant_id, id) ON DELETE CASCADE,
  constraint contact_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES service(tenant_id, id) ON DELETE CASCADE,
  constraint contact_check CHECK ((num_nonnulls(organisation_id, service_id) = 1))
);
CREATE INDEX contact_by_service ON public.contact USING btree (tenant_id, service_id);
CREATE TRIGGER contact_changed AFTER INSERT OR DELETE OR UPDATE ON public.contact FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table contact enable row level security;
alter table contact force row level security;
create policy only_own_tenant on contact as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on contact as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on contact to splot_app;

create table declared_relative (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  relation text not null,
  given_name text not null,
  family_name text not null,
  given_key text not null,
  family_key text not null,
  birth_year integer not null,
  declared_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint declared_relative_pkey PRIMARY KEY (tenant_id, id),
  constraint declared_relative_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id),
  constraint declared_relative_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint declared_relative_birth_year_check CHECK (((birth_year >= 1890) AND (birth_year <= 2200))),
  constraint declared_relative_check CHECK (((ended_by IS NULL) = (ended_at IS NULL))),
  constraint declared_relative_ended_by_another CHECK ((ended_by <> account_id)),
  constraint declared_relative_family_name_check CHECK ((btrim(family_name) <> ''::text)),
  constraint declared_relative_given_name_check CHECK ((btrim(given_name) <> ''::text)),
  constraint declared_relative_relation_check CHECK ((relation = ANY (ARRAY['self'::text, 'spouse'::text, 'parent'::text, 'child'::text, 'sibling'::text, 'in-law'::text, 'close'::text])))
);
CREATE INDEX declared_relative_account ON public.declared_relative USING btree (tenant_id, account_id) WHERE (ended_at IS NULL);
alter table declared_relative enable row level security;
alter table declared_relative force row level security;
create policy only_own_tenant on declared_relative as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on declared_relative as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on declared_relative to splot_app;
grant update (ended_by) on declared_relative to splot_app;
grant update (ended_at) on declared_relative to splot_app;

create table deputy (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  absent_id uuid not null,
  deputy_id uuid not null,
  role text not null,
  valid_from date not null,
  valid_until date not null,
  reason text not null,
  appointed_by uuid not null,
  constraint deputy_pkey PRIMARY KEY (tenant_id, id),
  constraint deputy_tenant_id_absent_id_fkey FOREIGN KEY (tenant_id, absent_id) REFERENCES account(tenant_id, id),
  constraint deputy_tenant_id_appointed_by_fkey FOREIGN KEY (tenant_id, appointed_by) REFERENCES account(tenant_id, id),
  constraint deputy_tenant_id_deputy_id_fkey FOREIGN KEY (tenant_id, deputy_id) REFERENCES account(tenant_id, id),
  constraint deputy_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint deputy_days CHECK ((valid_until >= (valid_from - 1))),
  constraint deputy_is_another CHECK ((absent_id <> deputy_id)),
  constraint deputy_reason_check CHECK ((reason <> ''::text)),
  constraint deputy_role_check CHECK ((role = ANY (ARRAY['director'::text, 'service-organiser'::text, 'plan-coordinator'::text, 'community-organiser'::text, 'front-desk'::text, 'provider'::text, 'data-protection-officer'::text, 'accountant'::text, 'administrator'::text, 'regional-analyst'::text])))
);
CREATE INDEX deputy_deputy ON public.deputy USING btree (tenant_id, deputy_id, valid_until);
alter table deputy enable row level security;
alter table deputy force row level security;
create policy only_own_tenant on deputy as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on deputy as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on deputy to splot_app;

create table district (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  number integer not null,
  name text not null,
  constraint district_pkey PRIMARY KEY (tenant_id, id),
  constraint district_tenant_id_number_key UNIQUE (tenant_id, number),
  constraint district_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint district_name_check CHECK ((name <> ''::text)),
  constraint district_number_check CHECK ((number > 0))
);
CREATE TRIGGER district_changed AFTER INSERT OR DELETE OR UPDATE ON public.district FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table district enable row level security;
alter table district force row level security;
create policy only_own_tenant on district as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on district as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on district to splot_app;

create table emergency_access (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  person_id uuid not null,
  application_id uuid not null,
  purpose text not null,
  reason text not null,
  opened_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  judgement text,
  judgement_note text,
  judged_by uuid,
  judged_at timestamp with time zone,
  constraint emergency_access_pkey PRIMARY KEY (tenant_id, id),
  constraint emergency_access_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id),
  constraint emergency_access_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES application(tenant_id, id),
  constraint emergency_access_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint emergency_access_tenant_id_judged_by_fkey FOREIGN KEY (tenant_id, judged_by) REFERENCES account(tenant_id, id),
  constraint emergency_access_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  constraint emergency_access_is_short CHECK (((expires_at > opened_at) AND (expires_at <= (opened_at + '12:00:00'::interval)))),
  constraint emergency_access_judge_is_another CHECK ((judged_by <> account_id)),
  constraint emergency_access_judged_whole CHECK ((num_nulls(judgement, judgement_note, judged_by, judged_at) = ANY (ARRAY[0, 4]))),
  constraint emergency_access_judgement_check CHECK ((judgement = ANY (ARRAY['justified'::text, 'not-justified'::text]))),
  constraint emergency_access_note_says_why CHECK (((judgement IS DISTINCT FROM 'not-justified'::text) OR (btrim(judgement_note) <> ''::text))),
  constraint emergency_access_purpose_check CHECK ((purpose = ANY (ARRAY['life-or-health'::text, 'violence'::text, 'child'::text, 'coordinator-absent'::text, 'urgent-service'::text]))),
  constraint emergency_access_reason_check CHECK ((length(btrim(reason)) >= 15))
);
CREATE INDEX emergency_access_newest ON public.emergency_access USING btree (tenant_id, opened_at);
CREATE INDEX emergency_access_open ON public.emergency_access USING btree (tenant_id, account_id, person_id, expires_at);
alter table emergency_access enable row level security;
alter table emergency_access force row level security;
create policy only_own_tenant on emergency_access as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on emergency_access as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on emergency_access to splot_app;
grant update (judgement) on emergency_access to splot_app;
grant update (judgement_note) on emergency_access to splot_app;
grant update (judged_by) on emergency_access to splot_app;
grant update (judged_at) on emergency_access to splot_app;

create table erasure (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  subject_kind text not null,
  subject_id uuid not null,
  basis text not null,
  case_numbers text[] not null,
  counts jsonb not null,
  content_hash bytea not null,
  decided_by uuid not null,
  decided_by_name text not null,
  erased_at timestamp with time zone not null,
  constraint erasure_pkey PRIMARY KEY (tenant_id, id),
  constraint erasure_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint erasure_basis_check CHECK ((basis = ANY (ARRAY['retention'::text, 'request'::text, 'order'::text]))),
  constraint erasure_content_hash_check CHECK ((length(content_hash) = 32)),
  constraint erasure_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['person'::text, 'report'::text])))
);
CREATE INDEX erasure_of ON public.erasure USING btree (tenant_id, subject_id);
CREATE TRIGGER erasure_is_append_only BEFORE DELETE OR UPDATE ON public.erasure FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER erasure_is_not_emptied BEFORE TRUNCATE ON public.erasure FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table erasure enable row level security;
alter table erasure force row level security;
create policy only_own_tenant on erasure as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on erasure as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant select on erasure to splot_app;

create table form_draft (
  tenant_id uuid not null,
  token_hash bytea not null,
  form text not null,
  updated_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  answers_sealed bytea not null,
  constraint form_draft_pkey PRIMARY KEY (tenant_id, token_hash, form),
  constraint form_draft_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint form_draft_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX form_draft_expiry ON public.form_draft USING btree (tenant_id, expires_at);
alter table form_draft enable row level security;
alter table form_draft force row level security;
create policy only_own_tenant on form_draft as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on form_draft as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on form_draft to splot_app;

create table form_submission (
  tenant_id uuid not null,
  form_key text not null,
  form text not null,
  submitted_by text not null,
  location text not null,
  submitted_at timestamp with time zone not null,
  constraint form_submission_pkey PRIMARY KEY (tenant_id, form_key),
  constraint form_submission_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint form_submission_form_key_check CHECK ((form_key ~ '^[A-Za-z0-9_-]{22}$'::text))
);
CREATE INDEX form_submission_age ON public.form_submission USING btree (tenant_id, submitted_at);
alter table form_submission enable row level security;
alter table form_submission force row level security;
create policy only_own_tenant on form_submission as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on form_submission as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on form_submission to splot_app;

create table gap (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  recognised_need_id uuid,
  listed_need_id uuid,
  need_name text not null,
  group_code text not null,
  district_id uuid,
  service_type_id uuid,
  words text not null default ''::text,
  state text not null default 'registered'::text,
  owner_id uuid,
  owner_name text,
  next_on date,
  service_id uuid,
  service_name text,
  registered_by uuid not null,
  registered_at timestamp with time zone not null,
  version integer not null default 1,
  constraint gap_pkey PRIMARY KEY (tenant_id, id),
  constraint gap_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint gap_tenant_id_recognised_need_id_fkey FOREIGN KEY (tenant_id, recognised_need_id) REFERENCES recognised_need(tenant_id, id),
  constraint gap_check CHECK (((service_id IS NULL) OR (service_name IS NOT NULL))),
  constraint gap_group_code_check CHECK ((group_code <> ''::text)),
  constraint gap_has_owner CHECK (((state <> 'being-initiated'::text) OR (num_nulls(owner_id, owner_name, next_on) = 0))),
  constraint gap_has_service CHECK (((state = 'service-found'::text) = (service_name IS NOT NULL))),
  constraint gap_need_name_check CHECK ((btrim(need_name) <> ''::text)),
  constraint gap_state_check CHECK ((state = ANY (ARRAY['registered'::text, 'being-initiated'::text, 'service-found'::text, 'dropped'::text])))
);
CREATE INDEX gap_by_state ON public.gap USING btree (tenant_id, state, registered_at);
CREATE UNIQUE INDEX gap_of_need ON public.gap USING btree (tenant_id, recognised_need_id) WHERE (recognised_need_id IS NOT NULL);
alter table gap enable row level security;
alter table gap force row level security;
create policy only_own_tenant on gap as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on gap as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on gap to splot_app;

create table goal (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  reconnaissance_id uuid,
  plan_id uuid,
  recognised_need_id uuid,
  text text not null,
  "position" integer not null,
  version integer not null default 1,
  constraint goal_pkey PRIMARY KEY (tenant_id, id),
  constraint goal_tenant_id_plan_id_id_key UNIQUE (tenant_id, plan_id, id),
  constraint goal_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint goal_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plan(tenant_id, id),
  constraint goal_tenant_id_recognised_need_id_fkey FOREIGN KEY (tenant_id, recognised_need_id) REFERENCES recognised_need(tenant_id, id),
  constraint goal_tenant_id_reconnaissance_id_fkey FOREIGN KEY (tenant_id, reconnaissance_id) REFERENCES reconnaissance(tenant_id, id),
  constraint goal_check CHECK ((num_nonnulls(reconnaissance_id, plan_id) = 1)),
  constraint goal_text_check CHECK ((btrim(text) <> ''::text))
);
CREATE INDEX goal_of_reconnaissance ON public.goal USING btree (tenant_id, reconnaissance_id, "position") WHERE (reconnaissance_id IS NOT NULL);
CREATE TRIGGER goal_is_said BEFORE INSERT OR DELETE OR UPDATE ON public.goal FOR EACH ROW EXECUTE FUNCTION refuse_when_recognised();
CREATE TRIGGER goal_is_written BEFORE INSERT OR DELETE OR UPDATE ON public.goal FOR EACH ROW EXECUTE FUNCTION refuse_unless_plan_is('draft', 'agreed', 'returned');
alter table goal enable row level security;
alter table goal force row level security;
create policy only_own_tenant on goal as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on goal as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on goal to splot_app;

create table goal_result (
  tenant_id uuid not null,
  plan_id uuid not null,
  goal_id uuid not null,
  result text not null,
  constraint goal_result_pkey PRIMARY KEY (tenant_id, goal_id),
  constraint goal_result_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint goal_result_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plan(tenant_id, id),
  constraint goal_result_tenant_id_plan_id_goal_id_fkey FOREIGN KEY (tenant_id, plan_id, goal_id) REFERENCES goal(tenant_id, plan_id, id),
  constraint goal_result_result_check CHECK ((result = ANY (ARRAY['attained'::text, 'partly'::text, 'not'::text])))
);
CREATE TRIGGER goal_result_is_append_only BEFORE DELETE OR UPDATE ON public.goal_result FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER goal_result_is_due BEFORE INSERT ON public.goal_result FOR EACH ROW EXECUTE FUNCTION refuse_unless_plan_is('interviewed');
alter table goal_result enable row level security;
alter table goal_result force row level security;
create policy only_own_tenant on goal_result as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on goal_result as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on goal_result to splot_app;

create table identity_provider (
  tenant_id uuid not null,
  name text not null,
  issuer text not null,
  client_id text not null,
  client_secret bytea not null,
  matching_claim text not null,
  second_factor text not null,
  acr text,
  state text not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  constraint identity_provider_pkey PRIMARY KEY (tenant_id),
  constraint identity_provider_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint identity_provider_acr CHECK (((second_factor = 'acr'::text) = (acr IS NOT NULL))),
  constraint identity_provider_acr_check CHECK (((acr <> ''::text) AND (length(acr) <= 200))),
  constraint identity_provider_client_id_check CHECK (((client_id <> ''::text) AND (length(client_id) <= 200))),
  constraint identity_provider_issuer_check CHECK (((issuer ~ '^https?://'::text) AND (length(issuer) <= 200))),
  constraint identity_provider_matching_claim_check CHECK ((matching_claim = ANY (ARRAY['email'::text, 'preferred_username'::text, 'none'::text]))),
  constraint identity_provider_name_check CHECK (((name <> ''::text) AND (length(name) <= 60))),
  constraint identity_provider_second_factor_check CHECK ((second_factor = ANY (ARRAY['own-code'::text, 'amr-mfa'::text, 'acr'::text]))),
  constraint identity_provider_state_check CHECK ((state = ANY (ARRAY['on'::text, 'off'::text])))
);
alter table identity_provider enable row level security;
alter table identity_provider force row level security;
create policy only_own_tenant on identity_provider as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on identity_provider as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on identity_provider to splot_app;

create table identity_provider_answer (
  tenant_id uuid not null,
  state_hash bytea not null,
  expires_at timestamp with time zone not null,
  constraint identity_provider_answer_pkey PRIMARY KEY (tenant_id, state_hash),
  constraint identity_provider_answer_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint identity_provider_answer_state_hash_check CHECK ((length(state_hash) = 32))
);
CREATE INDEX identity_provider_answer_expiry ON public.identity_provider_answer USING btree (tenant_id, expires_at);
alter table identity_provider_answer enable row level security;
alter table identity_provider_answer force row level security;
create policy only_own_tenant on identity_provider_answer as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on identity_provider_answer as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on identity_provider_answer to splot_app;

create table legal_hold (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  reason text not null,
  set_by uuid not null,
  set_by_name text not null,
  set_at timestamp with time zone not null,
  lifted_by uuid,
  lifted_by_name text,
  lifted_at timestamp with time zone,
  lift_reason text,
  constraint legal_hold_pkey PRIMARY KEY (tenant_id, id),
  constraint legal_hold_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint legal_hold_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  constraint legal_hold_check CHECK ((num_nulls(lifted_by, lifted_by_name, lifted_at, lift_reason) = ANY (ARRAY[0, 4]))),
  constraint legal_hold_lift_reason_check CHECK ((btrim(lift_reason) <> ''::text)),
  constraint legal_hold_reason_check CHECK ((btrim(reason) <> ''::text))
);
CREATE UNIQUE INDEX legal_hold_in_force ON public.legal_hold USING btree (tenant_id, person_id) WHERE (lifted_at IS NULL);
alter table legal_hold enable row level security;
alter table legal_hold force row level security;
create policy only_own_tenant on legal_hold as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on legal_hold as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on legal_hold to splot_app;

create table mail (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  to_name text not null,
  to_address text not null,
  subject text not null,
  body text not null,
  written_at timestamp with time zone not null,
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone,
  sent_at timestamp with time zone,
  last_error text,
  sealed_link bytea,
  constraint mail_pkey PRIMARY KEY (tenant_id, id),
  constraint mail_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint mail_check CHECK (((sent_at IS NULL) OR (next_attempt_at IS NULL))),
  constraint mail_subject_check CHECK ((subject !~ '[\r\n]'::text)),
  constraint mail_to_address_check CHECK ((to_address ~ '^[^\s@,;<>"]+@[^\s@,;<>"]+$'::text))
);
CREATE INDEX mail_waiting ON public.mail USING btree (tenant_id, next_attempt_at) WHERE (next_attempt_at IS NOT NULL);
CREATE TRIGGER mail_is_told AFTER INSERT ON public.mail FOR EACH ROW EXECUTE FUNCTION notify_mail();
alter table mail enable row level security;
alter table mail force row level security;
create policy only_own_tenant on mail as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on mail as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on mail to splot_app;

create table migration (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);
grant select on migration to splot_app;

create table monitoring_event (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  happened_on date not null,
  form text not null,
  course text not null,
  resident_opinion text not null default ''::text,
  actions text not null default ''::text,
  next_on date,
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamp with time zone not null,
  constraint monitoring_event_pkey PRIMARY KEY (tenant_id, id),
  constraint monitoring_event_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint monitoring_event_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plan(tenant_id, id),
  constraint monitoring_event_check CHECK ((next_on >= happened_on)),
  constraint monitoring_event_course_check CHECK ((btrim(course) <> ''::text)),
  constraint monitoring_event_form_check CHECK ((form = ANY (ARRAY['visit'::text, 'phone'::text, 'provider-report'::text, 'team-meeting'::text])))
);
CREATE INDEX monitoring_event_of ON public.monitoring_event USING btree (tenant_id, plan_id, happened_on);
CREATE TRIGGER monitoring_event_is_append_only BEFORE DELETE OR UPDATE ON public.monitoring_event FOR EACH ROW EXECUTE FUNCTION keep_unless_erased();
CREATE TRIGGER monitoring_is_due BEFORE INSERT ON public.monitoring_event FOR EACH ROW EXECUTE FUNCTION refuse_unless_plan_is('approved', 'active', 'suspended');
alter table monitoring_event enable row level security;
alter table monitoring_event force row level security;
create policy only_own_tenant on monitoring_event as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on monitoring_event as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on monitoring_event to splot_app;

create table monitoring_line (
  tenant_id uuid not null,
  event_id uuid not null,
  line_id uuid not null,
  status text not null,
  constraint monitoring_line_pkey PRIMARY KEY (tenant_id, event_id, line_id),
  constraint monitoring_line_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES monitoring_event(tenant_id, id),
  constraint monitoring_line_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint monitoring_line_tenant_id_line_id_fkey FOREIGN KEY (tenant_id, line_id) REFERENCES plan_line(tenant_id, id),
  constraint monitoring_line_status_check CHECK ((status = ANY (ARRAY['as-planned'::text, 'differently'::text, 'not-started'::text, 'stopped'::text])))
);
CREATE TRIGGER monitoring_line_is_append_only BEFORE DELETE OR UPDATE ON public.monitoring_line FOR EACH ROW EXECUTE FUNCTION refuse_change();
alter table monitoring_line enable row level security;
alter table monitoring_line force row level security;
create policy only_own_tenant on monitoring_line as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on monitoring_line as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on monitoring_line to splot_app;

create table need (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  code text not null,
  group_code text not null,
  text jsonb not null,
  source text not null,
  "position" integer not null,
  version integer not null default 1,
  constraint need_pkey PRIMARY KEY (tenant_id, id),
  constraint need_tenant_id_code_key UNIQUE (tenant_id, code),
  constraint need_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint need_tenant_id_group_code_fkey FOREIGN KEY (tenant_id, group_code) REFERENCES target_group(tenant_id, code),
  constraint need_code_check CHECK ((code <> ''::text)),
  constraint need_text_check CHECK ((text ? 'pl'::text))
);
CREATE TRIGGER need_changed AFTER INSERT OR DELETE OR UPDATE ON public.need FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table need enable row level security;
alter table need force row level security;
create policy only_own_tenant on need as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on need as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on need to splot_app;

create table need_area (
  tenant_id uuid not null,
  need_id uuid not null,
  area_code text not null,
  constraint need_area_pkey PRIMARY KEY (tenant_id, need_id, area_code),
  constraint need_area_area_code_fkey FOREIGN KEY (area_code) REFERENCES statutory_area(code),
  constraint need_area_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint need_area_tenant_id_need_id_fkey FOREIGN KEY (tenant_id, need_id) REFERENCES need(tenant_id, id)
);
CREATE TRIGGER need_area_changed AFTER INSERT OR DELETE OR UPDATE ON public.need_area FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table need_area enable row level security;
alter table need_area force row level security;
create policy only_own_tenant on need_area as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on need_area as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on need_area to splot_app;

create table need_report (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  receipt_hash bytea not null,
  channel text not null,
  taken_by uuid,
  language text not null,
  reporter text not null,
  reporter_name text,
  reporter_phone text,
  reporter_relation text,
  given_name text,
  family_name text,
  birth_year integer,
  pesel_sealed bytea,
  pesel_hash bytea,
  phone text,
  email text,
  address text,
  district_id uuid,
  accessibility_needs text[] not null default '{}'::text[],
  contact_way text,
  contact_note text,
  words text not null,
  group_code text,
  clause_version text not null,
  received_at timestamp with time zone not null,
  state text not null default 'new'::text,
  outcome text,
  duplicate_of_id uuid,
  version integer not null default 1,
  constraint need_report_pkey PRIMARY KEY (tenant_id, id),
  constraint need_report_tenant_id_receipt_hash_key UNIQUE (tenant_id, receipt_hash),
  constraint need_report_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint need_report_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'phone'::text, 'desk'::text, 'letter'::text, 'email'::text, 'field'::text]))),
  constraint need_report_check CHECK (((state = 'closed'::text) = (outcome IS NOT NULL))),
  constraint need_report_check1 CHECK (((NOT (outcome IS DISTINCT FROM 'duplicate'::text)) = (duplicate_of_id IS NOT NULL))),
  constraint need_report_check2 CHECK (((reporter = 'self'::text) OR (reporter_name IS NOT NULL))),
  constraint need_report_check3 CHECK (((channel = 'web'::text) = (taken_by IS NULL))),
  constraint need_report_contact_way_check CHECK ((contact_way = ANY (ARRAY['phone'::text, 'sms'::text, 'email'::text, 'letter'::text, 'visit'::text, 'through-other'::text]))),
  constraint need_report_outcome_check CHECK ((outcome = ANY (ARRAY['answered'::text, 'duplicate'::text, 'unreachable'::text, 'withdrawn'::text, 'not-for-us'::text]))),
  constraint need_report_pesel_hash_check CHECK ((length(pesel_hash) = 32)),
  constraint need_report_receipt_hash_check CHECK ((length(receipt_hash) = 32)),
  constraint need_report_reporter_check CHECK ((reporter = ANY (ARRAY['self'::text, 'carer'::text, 'representative'::text, 'someone-else'::text]))),
  constraint need_report_state_check CHECK ((state = ANY (ARRAY['new'::text, 'contacted'::text, 'registered'::text, 'closed'::text]))),
  constraint need_report_words_check CHECK ((words <> ''::text))
);
CREATE INDEX need_report_open ON public.need_report USING btree (tenant_id, received_at) WHERE (state = ANY (ARRAY['new'::text, 'contacted'::text]));
CREATE INDEX need_report_received ON public.need_report USING btree (tenant_id, received_at);
alter table need_report enable row level security;
alter table need_report force row level security;
create policy only_own_tenant on need_report as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on need_report as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on need_report to splot_app;

create table need_service_type (
  tenant_id uuid not null,
  need_id uuid not null,
  service_type_id uuid not null,
  "position" integer not null,
  constraint need_service_type_pkey PRIMARY KEY (tenant_id, need_id, service_type_id),
  constraint need_service_type_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint need_service_type_tenant_id_need_id_fkey FOREIGN KEY (tenant_id, need_id) REFERENCES need(tenant_id, id),
  constraint need_service_type_tenant_id_service_type_id_fkey FOREIGN KEY (tenant_id, service_type_id) REFERENCES service_type(tenant_id, id)
);
CREATE TRIGGER need_service_type_changed AFTER INSERT OR DELETE OR UPDATE ON public.need_service_type FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table need_service_type enable row level security;
alter table need_service_type force row level security;
create policy only_own_tenant on need_service_type as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on need_service_type as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on need_service_type to splot_app;

create table organisation (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  slug text not null,
  name text not null,
  kind text not null,
  description text not null,
  legal_status text,
  email text,
  website text,
  sample boolean not null default false,
  last_modified timestamp with time zone not null,
  version integer not null default 1,
  constraint organisation_pkey PRIMARY KEY (tenant_id, id),
  constraint organisation_tenant_id_slug_key UNIQUE (tenant_id, slug),
  constraint organisation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint organisation_kind_check CHECK ((kind = ANY (ARRAY['municipal-unit'::text, 'ngo'::text, 'local-firm'::text, 'social-economy'::text]))),
  constraint organisation_name_check CHECK ((name <> ''::text)),
  constraint organisation_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);
CREATE TRIGGER organisation_changed AFTER INSERT OR DELETE OR UPDATE ON public.organisation FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table organisation enable row level security;
alter table organisation force row level security;
create policy only_own_tenant on organisation as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on organisation as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on organisation to splot_app;

create table passkey (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  host text not null,
  sign_count bigint not null,
  synced boolean not null,
  name text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  suspended_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (tenant_id, id),
  constraint passkey_tenant_id_credential_id_key UNIQUE (tenant_id, credential_id),
  constraint passkey_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id),
  constraint passkey_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint passkey_credential_id_check CHECK (((length(credential_id) >= 16) AND (length(credential_id) <= 1023))),
  constraint passkey_host_check CHECK ((host <> ''::text)),
  constraint passkey_name_check CHECK (((name <> ''::text) AND (length(name) <= 60))),
  constraint passkey_public_key_check CHECK (((length(public_key) >= 32) AND (length(public_key) <= 1024))),
  constraint passkey_sign_count_check CHECK (((sign_count >= 0) AND (sign_count <= '4294967295'::bigint)))
);
CREATE INDEX passkey_account ON public.passkey USING btree (tenant_id, account_id);
alter table passkey enable row level security;
alter table passkey force row level security;
create policy only_own_tenant on passkey as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on passkey as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on passkey to splot_app;

create table passkey_challenge (
  tenant_id uuid not null,
  purpose text not null,
  token_hash bytea not null,
  challenge bytea not null,
  expires_at timestamp with time zone not null,
  constraint passkey_challenge_pkey PRIMARY KEY (tenant_id, purpose, token_hash),
  constraint passkey_challenge_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint passkey_challenge_challenge_check CHECK ((length(challenge) = 32)),
  constraint passkey_challenge_purpose_check CHECK ((purpose = ANY (ARRAY['add'::text, 'sign-in'::text, 'proof'::text]))),
  constraint passkey_challenge_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX passkey_challenge_expiry ON public.passkey_challenge USING btree (tenant_id, expires_at);
alter table passkey_challenge enable row level security;
alter table passkey_challenge force row level security;
create policy only_own_tenant on passkey_challenge as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on passkey_challenge as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on passkey_challenge to splot_app;

create table person (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  given_name text not null,
  family_name text not null,
  given_key text not null,
  family_key text not null,
  birth_year integer,
  birth_on date,
  pesel_sealed bytea,
  pesel_hash bytea,
  phone text,
  email text,
  address text,
  district_id uuid,
  language text not null default 'pl'::text,
  accessibility_needs text[] not null default '{}'::text[],
  contact_way text,
  contact_note text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  family_folded text collate "C" not null generated always as (translate(lower(family_name), 'ąćęłńóśźż'::text, 'acelnoszz'::text)) stored,
  constraint person_pkey PRIMARY KEY (tenant_id, id),
  constraint person_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint person_birth_year_check CHECK (((birth_year >= 1890) AND (birth_year <= 2200))),
  constraint person_check CHECK (((pesel_sealed IS NULL) = (pesel_hash IS NULL))),
  constraint person_contact_way_check CHECK ((contact_way = ANY (ARRAY['phone'::text, 'sms'::text, 'email'::text, 'letter'::text, 'visit'::text, 'through-other'::text]))),
  constraint person_family_name_check CHECK ((family_name <> ''::text)),
  constraint person_given_name_check CHECK ((given_name <> ''::text)),
  constraint person_pesel_hash_check CHECK ((length(pesel_hash) = 32))
);
CREATE INDEX person_family_folded ON public.person USING btree (tenant_id, family_folded);
CREATE UNIQUE INDEX person_pesel ON public.person USING btree (tenant_id, pesel_hash) WHERE (pesel_hash IS NOT NULL);
CREATE INDEX person_phone ON public.person USING btree (tenant_id, phone) WHERE (phone IS NOT NULL);
alter table person enable row level security;
alter table person force row level security;
create policy only_own_tenant on person as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on person as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on person to splot_app;

create table person_restriction (
  tenant_id uuid not null,
  person_id uuid not null,
  reason text not null,
  note text not null default ''::text,
  viewer_ids uuid[] not null,
  lifted boolean not null default false,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  constraint person_restriction_pkey PRIMARY KEY (tenant_id, person_id),
  constraint person_restriction_tenant_id_changed_by_fkey FOREIGN KEY (tenant_id, changed_by) REFERENCES account(tenant_id, id),
  constraint person_restriction_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint person_restriction_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  constraint person_restriction_reason_check CHECK ((reason = ANY (ARRAY['violence'::text, 'staff-member'::text, 'staff-relative'::text, 'public-person'::text]))),
  constraint person_restriction_viewer_ids_check CHECK ((viewer_ids <> '{}'::uuid[]))
);
CREATE TRIGGER person_restriction_is_kept AFTER INSERT OR UPDATE ON public.person_restriction FOR EACH ROW EXECUTE FUNCTION keep_restriction_version();
alter table person_restriction enable row level security;
alter table person_restriction force row level security;
create policy only_own_tenant on person_restriction as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on person_restriction as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on person_restriction to splot_app;

create table person_restriction_version (
  tenant_id uuid not null,
  person_id uuid not null,
  version integer not null,
  reason text not null,
  note text not null,
  viewer_ids uuid[] not null,
  lifted boolean not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint person_restriction_version_pkey PRIMARY KEY (tenant_id, person_id, version),
  constraint person_restriction_version_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint person_restriction_version_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person_restriction(tenant_id, person_id),
  constraint person_restriction_version_reason_check CHECK ((reason = ANY (ARRAY['violence'::text, 'staff-member'::text, 'staff-relative'::text, 'public-person'::text])))
);
CREATE TRIGGER person_restriction_version_is_append_only BEFORE DELETE OR UPDATE ON public.person_restriction_version FOR EACH ROW EXECUTE FUNCTION keep_unless_erased();
alter table person_restriction_version enable row level security;
alter table person_restriction_version force row level security;
create policy only_own_tenant on person_restriction_version as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on person_restriction_version as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on person_restriction_version to splot_app;

create table person_sound (
  tenant_id uuid not null,
  sound text not null,
  person_id uuid not null,
  constraint person_sound_pkey PRIMARY KEY (tenant_id, sound, person_id),
  constraint person_sound_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint person_sound_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id) ON DELETE CASCADE,
  constraint person_sound_sound_check CHECK ((sound <> ''::text))
);
CREATE INDEX person_sound_person ON public.person_sound USING btree (tenant_id, person_id);
alter table person_sound enable row level security;
alter table person_sound force row level security;
create policy only_own_tenant on person_sound as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on person_sound as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on person_sound to splot_app;

create table phone (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  organisation_id uuid,
  service_id uuid,
  number text not null,
  extension text,
  type text not null,
  description text,
  constraint phone_pkey PRIMARY KEY (tenant_id, id),
  constraint phone_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint phone_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES organisation(tenant_id, id) ON DELETE CASCADE,
  constraint phone_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES service(tenant_id, id) ON DELETE CASCADE,
  constraint phone_check CHECK ((num_nonnulls(organisation_id, service_id) = 1)),
  constraint phone_number_check CHECK ((number <> ''::text)),
  constraint phone_type_check CHECK ((type = ANY (ARRAY['text'::text, 'voice'::text, 'fax'::text, 'cell'::text, 'video'::text, 'pager'::text, 'textphone'::text])))
);
CREATE INDEX phone_by_organisation ON public.phone USING btree (tenant_id, organisation_id);
CREATE INDEX phone_by_service ON public.phone USING btree (tenant_id, service_id);
CREATE TRIGGER phone_changed AFTER INSERT OR DELETE OR UPDATE ON public.phone FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table phone enable row level security;
alter table phone force row level security;
create policy only_own_tenant on phone as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on phone as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on phone to splot_app;

create table place (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  slug text not null,
  organisation_id uuid not null,
  name text not null,
  location_type text not null,
  address_1 text not null,
  postal_code text not null,
  city text not null,
  state_province text not null,
  country text not null,
  district_id uuid,
  latitude double precision,
  longitude double precision,
  transportation text,
  accessibility text[] not null default '{}'::text[],
  sample boolean not null default false,
  version integer not null default 1,
  constraint place_pkey PRIMARY KEY (tenant_id, id),
  constraint place_tenant_id_slug_key UNIQUE (tenant_id, slug),
  constraint place_tenant_id_district_id_fkey FOREIGN KEY (tenant_id, district_id) REFERENCES district(tenant_id, id),
  constraint place_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint place_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES organisation(tenant_id, id),
  constraint place_accessibility_check CHECK ((accessibility <@ ARRAY['step-free'::text, 'lift'::text, 'accessible-toilet'::text, 'hearing-loop'::text, 'sign-language'::text, 'parking'::text, 'assistance-dog'::text, 'quiet-room'::text])),
  constraint place_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint place_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint place_location_type_check CHECK ((location_type = ANY (ARRAY['physical'::text, 'postal'::text, 'virtual'::text]))),
  constraint place_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint place_name_check CHECK ((name <> ''::text)),
  constraint place_postal_code_check CHECK ((postal_code ~ '^[0-9]{2}-[0-9]{3}$'::text)),
  constraint place_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);
CREATE TRIGGER place_changed AFTER INSERT OR DELETE OR UPDATE ON public.place FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table place enable row level security;
alter table place force row level security;
create policy only_own_tenant on place as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on place as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on place to splot_app;

create table plan (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  number text not null,
  revision integer not null default 1,
  revises_id uuid,
  change_reason text,
  previous_plan_id uuid,
  application_id uuid not null,
  reconnaissance_id uuid not null,
  person_id uuid not null,
  received_on date not null,
  rule_set text not null,
  expected_months integer not null,
  short_reason text,
  late_reason text,
  author_ids uuid[] not null,
  state text not null default 'draft'::text,
  starts_on date,
  ends_on date,
  own_commitments text[] not null default '{}'::text[],
  monitoring_days date[] not null default '{}'::date[],
  agreement_id uuid,
  approved_by uuid,
  approved_by_name text,
  approved_office text,
  approved_on date,
  end_reason text,
  ended_on date,
  version integer not null default 1,
  head_version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint plan_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_tenant_id_number_revision_key UNIQUE (tenant_id, number, revision),
  constraint plan_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES application(tenant_id, id),
  constraint plan_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint plan_tenant_id_id_agreement_id_fkey FOREIGN KEY (tenant_id, id, agreement_id) REFERENCES plan_agreement(tenant_id, plan_id, id),
  constraint plan_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  constraint plan_tenant_id_previous_plan_id_fkey FOREIGN KEY (tenant_id, previous_plan_id) REFERENCES plan(tenant_id, id),
  constraint plan_tenant_id_reconnaissance_id_fkey FOREIGN KEY (tenant_id, reconnaissance_id) REFERENCES reconnaissance(tenant_id, id),
  constraint plan_tenant_id_revises_id_fkey FOREIGN KEY (tenant_id, revises_id) REFERENCES plan(tenant_id, id),
  constraint plan_agreed CHECK (((state = ANY (ARRAY['draft'::text, 'returned'::text, 'abandoned'::text])) OR (agreement_id IS NOT NULL))),
  constraint plan_approval_whole CHECK ((num_nulls(approved_by, approved_by_name, approved_office, approved_on) = ANY (ARRAY[0, 4]))),
  constraint plan_approved CHECK (((state = ANY (ARRAY['approved'::text, 'active'::text, 'suspended'::text, 'ended'::text, 'interviewed'::text, 'described'::text, 'replaced'::text])) = (approved_by IS NOT NULL))),
  constraint plan_approved_office_check CHECK ((approved_office = ANY (ARRAY['director'::text, 'service-organiser'::text, 'deputy'::text]))),
  constraint plan_approver_is_not_author CHECK (((approved_by IS NULL) OR (approved_by <> ALL (author_ids)))),
  constraint plan_change_reason_said CHECK ((btrim(change_reason) <> ''::text)),
  constraint plan_coordination CHECK (((rule_set <> 'cus-act-2020'::text) OR (expected_months >= 3) OR ((btrim(short_reason) <> ''::text) AND (short_reason IS NOT NULL)))),
  constraint plan_end_reason_check CHECK ((end_reason = ANY (ARRAY['completed'::text, 'period-elapsed'::text, 'person-resigned'::text, 'need-gone'::text, 'non-cooperation'::text, 'moved'::text, 'died'::text, 'service-unavailable'::text, 'transferred'::text]))),
  constraint plan_ended CHECK ((((state = ANY (ARRAY['ended'::text, 'interviewed'::text, 'described'::text])) = (end_reason IS NOT NULL)) AND ((end_reason IS NULL) = (ended_on IS NULL)))),
  constraint plan_has_author CHECK ((author_ids <> '{}'::uuid[])),
  constraint plan_number_check CHECK ((number <> ''::text)),
  constraint plan_period CHECK (((ends_on >= starts_on) AND ((rule_set <> 'cus-act-2020'::text) OR (ends_on <= (starts_on + '1 year'::interval))))),
  constraint plan_period_known CHECK (((state = ANY (ARRAY['draft'::text, 'agreed'::text, 'returned'::text, 'abandoned'::text])) OR ((starts_on IS NOT NULL) AND (ends_on IS NOT NULL)))),
  constraint plan_revision_check CHECK ((revision > 0)),
  constraint plan_revision_has_reason CHECK ((((revision = 1) = (revises_id IS NULL)) AND ((revision = 1) = (change_reason IS NULL)))),
  constraint plan_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'agreed'::text, 'submitted'::text, 'returned'::text, 'approved'::text, 'active'::text, 'suspended'::text, 'ended'::text, 'interviewed'::text, 'described'::text, 'replaced'::text, 'abandoned'::text])))
);
CREATE INDEX plan_by_application ON public.plan USING btree (tenant_id, application_id);
CREATE INDEX plan_by_person ON public.plan USING btree (tenant_id, person_id);
CREATE INDEX plan_by_state ON public.plan USING btree (tenant_id, state, received_on);
CREATE UNIQUE INDEX plan_one_open_revision ON public.plan USING btree (tenant_id, number) WHERE (state = ANY (ARRAY['draft'::text, 'agreed'::text, 'submitted'::text, 'returned'::text]));
CREATE UNIQUE INDEX plan_one_running_revision ON public.plan USING btree (tenant_id, number) WHERE (state = ANY (ARRAY['active'::text, 'suspended'::text]));
CREATE TRIGGER plan_is_settled BEFORE UPDATE ON public.plan FOR EACH ROW EXECUTE FUNCTION keep_settled_plan();
alter table plan enable row level security;
alter table plan force row level security;
create policy only_own_tenant on plan as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on plan as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on plan to splot_app;

create table plan_agreement (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  form text not null,
  agreed_on date not null,
  agreed_by text not null,
  evidence text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint plan_agreement_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_agreement_tenant_id_plan_id_id_key UNIQUE (tenant_id, plan_id, id),
  constraint plan_agreement_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint plan_agreement_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plan(tenant_id, id),
  constraint plan_agreement_agreed_by_check CHECK ((btrim(agreed_by) <> ''::text)),
  constraint plan_agreement_evidence_check CHECK ((btrim(evidence) <> ''::text)),
  constraint plan_agreement_form_check CHECK ((form = ANY (ARRAY['signature'::text, 'oral-before-two'::text, 'electronic'::text, 'representative-signature'::text])))
);
CREATE TRIGGER agreement_is_given BEFORE INSERT ON public.plan_agreement FOR EACH ROW EXECUTE FUNCTION refuse_unless_plan_is('draft', 'agreed', 'returned');
CREATE TRIGGER plan_agreement_is_append_only BEFORE DELETE OR UPDATE ON public.plan_agreement FOR EACH ROW EXECUTE FUNCTION keep_unless_erased();
alter table plan_agreement enable row level security;
alter table plan_agreement force row level security;
create policy only_own_tenant on plan_agreement as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on plan_agreement as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on plan_agreement to splot_app;

create table plan_decision (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  decision text not null,
  reasons text not null default ''::text,
  decided_by uuid not null,
  decided_by_name text not null,
  office text not null,
  decided_at timestamp with time zone not null,
  constraint plan_decision_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_decision_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint plan_decision_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plan(tenant_id, id),
  constraint plan_decision_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'returned'::text]))),
  constraint plan_decision_office_check CHECK ((office = ANY (ARRAY['director'::text, 'service-organiser'::text, 'deputy'::text]))),
  constraint returned_with_reasons CHECK (((decision = 'approved'::text) OR (btrim(reasons) <> ''::text)))
);
CREATE INDEX plan_decision_of ON public.plan_decision USING btree (tenant_id, plan_id, decided_at);
CREATE TRIGGER decision_is_due BEFORE INSERT ON public.plan_decision FOR EACH ROW EXECUTE FUNCTION refuse_unless_plan_is('submitted');
CREATE TRIGGER plan_decision_is_append_only BEFORE DELETE OR UPDATE ON public.plan_decision FOR EACH ROW EXECUTE FUNCTION keep_unless_erased();
alter table plan_decision enable row level security;
alter table plan_decision force row level security;
create policy only_own_tenant on plan_decision as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on plan_decision as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on plan_decision to splot_app;

create table plan_line (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  "position" integer not null,
  recognised_need_id uuid not null,
  service_id uuid,
  service_name text not null,
  external boolean not null default false,
  provider_id uuid,
  provider_name text not null default ''::text,
  amount numeric(9,2) not null,
  unit text not null,
  times integer not null,
  per text not null,
  starts_on date not null,
  ends_on date not null,
  regime text not null,
  decision_number text,
  version integer not null default 1,
  constraint plan_line_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_line_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint plan_line_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plan(tenant_id, id),
  constraint plan_line_tenant_id_recognised_need_id_fkey FOREIGN KEY (tenant_id, recognised_need_id) REFERENCES recognised_need(tenant_id, id),
  constraint plan_line_amount_check CHECK ((amount > (0)::numeric)),
  constraint plan_line_check CHECK ((ends_on >= starts_on)),
  constraint plan_line_per_check CHECK ((per = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'plan'::text]))),
  constraint plan_line_regime_check CHECK ((regime = ANY (ARRAY['cus-act'::text, 'social-assistance-act'::text, 'family-support-act'::text, 'ministry-programme'::text, 'eu-project'::text, 'supporting-activity'::text]))),
  constraint plan_line_service_name_check CHECK ((btrim(service_name) <> ''::text)),
  constraint plan_line_times_check CHECK ((times > 0)),
  constraint plan_line_unit_check CHECK ((unit = ANY (ARRAY['hour'::text, 'visit'::text, 'meal'::text, 'km'::text, 'day'::text])))
);
CREATE INDEX plan_line_of ON public.plan_line USING btree (tenant_id, plan_id, "position");
CREATE TRIGGER plan_line_is_written BEFORE INSERT OR DELETE OR UPDATE ON public.plan_line FOR EACH ROW EXECUTE FUNCTION refuse_unless_plan_is('draft', 'agreed', 'returned');
alter table plan_line enable row level security;
alter table plan_line force row level security;
create policy only_own_tenant on plan_line as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on plan_line as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on plan_line to splot_app;

create table plan_snapshot (
  tenant_id uuid not null,
  plan_id uuid not null,
  content jsonb not null,
  taken_at timestamp with time zone not null,
  constraint plan_snapshot_pkey PRIMARY KEY (tenant_id, plan_id),
  constraint plan_snapshot_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint plan_snapshot_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plan(tenant_id, id)
);
CREATE TRIGGER plan_snapshot_is_append_only BEFORE DELETE OR UPDATE ON public.plan_snapshot FOR EACH ROW EXECUTE FUNCTION keep_unless_erased();
CREATE TRIGGER snapshot_is_due BEFORE INSERT ON public.plan_snapshot FOR EACH ROW EXECUTE FUNCTION refuse_unless_plan_is('submitted', 'approved');
alter table plan_snapshot enable row level security;
alter table plan_snapshot force row level security;
create policy only_own_tenant on plan_snapshot as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on plan_snapshot as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on plan_snapshot to splot_app;

create table proposed_service (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  code text not null,
  group_code text not null,
  text jsonb not null,
  source text not null,
  "position" integer not null,
  version integer not null default 1,
  constraint proposed_service_pkey PRIMARY KEY (tenant_id, id),
  constraint proposed_service_tenant_id_code_key UNIQUE (tenant_id, code),
  constraint proposed_service_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint proposed_service_tenant_id_group_code_fkey FOREIGN KEY (tenant_id, group_code) REFERENCES target_group(tenant_id, code),
  constraint proposed_service_code_check CHECK ((code <> ''::text)),
  constraint proposed_service_text_check CHECK ((text ? 'pl'::text))
);
CREATE TRIGGER proposed_service_changed AFTER INSERT OR DELETE OR UPDATE ON public.proposed_service FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table proposed_service enable row level security;
alter table proposed_service force row level security;
create policy only_own_tenant on proposed_service as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on proposed_service as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on proposed_service to splot_app;

create table proposed_service_area (
  tenant_id uuid not null,
  proposed_service_id uuid not null,
  area_code text not null,
  constraint proposed_service_area_pkey PRIMARY KEY (tenant_id, proposed_service_id, area_code),
  constraint proposed_service_area_area_code_fkey FOREIGN KEY (area_code) REFERENCES statutory_area(code),
  constraint proposed_service_area_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint proposed_service_area_tenant_id_proposed_service_id_fkey FOREIGN KEY (tenant_id, proposed_service_id) REFERENCES proposed_service(tenant_id, id)
);
CREATE TRIGGER proposed_service_area_changed AFTER INSERT OR DELETE OR UPDATE ON public.proposed_service_area FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table proposed_service_area enable row level security;
alter table proposed_service_area force row level security;
create policy only_own_tenant on proposed_service_area as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on proposed_service_area as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on proposed_service_area to splot_app;

create table proposed_service_type (
  tenant_id uuid not null,
  proposed_service_id uuid not null,
  service_type_id uuid not null,
  "position" integer not null,
  constraint proposed_service_type_pkey PRIMARY KEY (tenant_id, proposed_service_id, service_type_id),
  constraint proposed_service_type_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint proposed_service_type_tenant_id_proposed_service_id_fkey FOREIGN KEY (tenant_id, proposed_service_id) REFERENCES proposed_service(tenant_id, id),
  constraint proposed_service_type_tenant_id_service_type_id_fkey FOREIGN KEY (tenant_id, service_type_id) REFERENCES service_type(tenant_id, id)
);
CREATE TRIGGER proposed_service_type_changed AFTER INSERT OR DELETE OR UPDATE ON public.proposed_service_type FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table proposed_service_type enable row level security;
alter table proposed_service_type force row level security;
create policy only_own_tenant on proposed_service_type as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on proposed_service_type as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on proposed_service_type to splot_app;

create table recognised_need (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  reconnaissance_id uuid not null,
  listed_need_id uuid,
  name text not null,
  group_code text not null,
  "position" integer not null,
  constraint recognised_need_pkey PRIMARY KEY (tenant_id, id),
  constraint recognised_need_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint recognised_need_tenant_id_reconnaissance_id_fkey FOREIGN KEY (tenant_id, reconnaissance_id) REFERENCES reconnaissance(tenant_id, id),
  constraint recognised_need_group_code_check CHECK ((group_code <> ''::text)),
  constraint recognised_need_name_check CHECK ((btrim(name) <> ''::text))
);
CREATE INDEX recognised_need_of ON public.recognised_need USING btree (tenant_id, reconnaissance_id, "position");
CREATE UNIQUE INDEX recognised_need_once ON public.recognised_need USING btree (tenant_id, reconnaissance_id, listed_need_id) WHERE (listed_need_id IS NOT NULL);
CREATE TRIGGER need_is_recognised BEFORE INSERT OR DELETE OR UPDATE ON public.recognised_need FOR EACH ROW EXECUTE FUNCTION refuse_when_recognised();
alter table recognised_need enable row level security;
alter table recognised_need force row level security;
create policy only_own_tenant on recognised_need as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on recognised_need as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on recognised_need to splot_app;

create table reconnaissance (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  application_id uuid not null,
  person_id uuid not null,
  held_on date,
  place text,
  participants text[] not null default '{}'::text[],
  services_used text not null default ''::text,
  risks text not null default ''::text,
  expected_months integer,
  opinion text not null default ''::text,
  finished_at timestamp with time zone,
  finished_by uuid,
  version integer not null default 1,
  constraint reconnaissance_pkey PRIMARY KEY (tenant_id, id),
  constraint reconnaissance_tenant_id_application_id_key UNIQUE (tenant_id, application_id),
  constraint reconnaissance_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES application(tenant_id, id),
  constraint reconnaissance_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint reconnaissance_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  constraint reconnaissance_check CHECK (((finished_at IS NULL) = (finished_by IS NULL))),
  constraint reconnaissance_check1 CHECK (((finished_at IS NULL) OR ((num_nulls(held_on, place, expected_months) = 0) AND (participants <> '{}'::text[])))),
  constraint reconnaissance_expected_months_check CHECK (((expected_months >= 0) AND (expected_months <= 120))),
  constraint reconnaissance_place_check CHECK ((place = ANY (ARRAY['centre'::text, 'home'::text, 'other'::text, 'remote'::text])))
);
CREATE TRIGGER reconnaissance_is_settled BEFORE UPDATE ON public.reconnaissance FOR EACH ROW EXECUTE FUNCTION keep_finished_reconnaissance();
alter table reconnaissance enable row level security;
alter table reconnaissance force row level security;
create policy only_own_tenant on reconnaissance as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on reconnaissance as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on reconnaissance to splot_app;

create table reconnaissance_section (
  tenant_id uuid not null,
  reconnaissance_id uuid not null,
  section text not null,
  raised text[] not null default '{}'::text[],
  version integer not null default 1,
  text_sealed bytea not null,
  relevant_because_sealed bytea,
  constraint reconnaissance_section_pkey PRIMARY KEY (tenant_id, reconnaissance_id, section),
  constraint reconnaissance_section_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint reconnaissance_section_tenant_id_reconnaissance_id_fkey FOREIGN KEY (tenant_id, reconnaissance_id) REFERENCES reconnaissance(tenant_id, id),
  constraint reconnaissance_section_raised_check CHECK ((raised <@ ARRAY['ORDINARY'::text, 'HEALTH'::text, 'DISABILITY'::text, 'ADDICTION'::text, 'VIOLENCE'::text, 'CRIMINAL'::text, 'RELIGION_ETHNICITY'::text, 'CHILD'::text])),
  constraint reconnaissance_section_section_check CHECK ((section = ANY (ARRAY['health-and-functioning'::text, 'housing'::text, 'family-and-carers'::text, 'informal-network'::text, 'daily-activities'::text, 'safety'::text, 'work-and-education'::text, 'finances'::text, 'participation'::text, 'strengths'::text])))
);
CREATE TRIGGER section_is_written BEFORE INSERT OR DELETE OR UPDATE ON public.reconnaissance_section FOR EACH ROW EXECUTE FUNCTION refuse_when_recognised();
alter table reconnaissance_section enable row level security;
alter table reconnaissance_section force row level security;
create policy only_own_tenant on reconnaissance_section as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on reconnaissance_section as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on reconnaissance_section to splot_app;

create table recovery_code (
  tenant_id uuid not null,
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (tenant_id, account_id, code_hash),
  constraint recovery_code_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id),
  constraint recovery_code_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint recovery_code_code_hash_check CHECK ((length(code_hash) = 32))
);
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy only_own_tenant on recovery_code as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on recovery_code as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on recovery_code to splot_app;

create table rectification (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  field text not null,
  old_sealed bytea,
  new_sealed bytea,
  reason text not null,
  person_version integer not null,
  corrected_by uuid not null,
  corrected_by_name text not null,
  corrected_at timestamp with time zone not null,
  constraint rectification_pkey PRIMARY KEY (tenant_id, id),
  constraint rectification_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint rectification_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  constraint rectification_field_check CHECK ((field ~ '^[a-z_]+$'::text)),
  constraint rectification_reason_check CHECK ((reason ~ '^[a-z][a-z-]*$'::text))
);
CREATE INDEX rectification_of ON public.rectification USING btree (tenant_id, person_id, corrected_at);
CREATE TRIGGER rectification_is_append_only BEFORE DELETE OR UPDATE ON public.rectification FOR EACH ROW EXECUTE FUNCTION keep_unless_erased();
alter table rectification enable row level security;
alter table rectification force row level security;
create policy only_own_tenant on rectification as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on rectification as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on rectification to splot_app;

create table result_description (
  tenant_id uuid not null,
  plan_id uuid not null,
  narrative text not null,
  recommendations text not null default ''::text,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint result_description_pkey PRIMARY KEY (tenant_id, plan_id),
  constraint result_description_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint result_description_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plan(tenant_id, id),
  constraint result_description_narrative_check CHECK ((btrim(narrative) <> ''::text))
);
CREATE TRIGGER description_is_due BEFORE INSERT ON public.result_description FOR EACH ROW EXECUTE FUNCTION refuse_unless_plan_is('interviewed');
CREATE TRIGGER result_description_is_append_only BEFORE DELETE OR UPDATE ON public.result_description FOR EACH ROW EXECUTE FUNCTION keep_unless_erased();
alter table result_description enable row level security;
alter table result_description force row level security;
create policy only_own_tenant on result_description as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on result_description as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on result_description to splot_app;

create table retention_rule (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  record_class text not null,
  file_symbol text not null,
  category text not null,
  years integer,
  valid_from date not null,
  set_by uuid not null,
  set_by_name text not null,
  set_at timestamp with time zone not null,
  constraint retention_rule_pkey PRIMARY KEY (tenant_id, id),
  constraint retention_rule_tenant_id_record_class_valid_from_key UNIQUE (tenant_id, record_class, valid_from),
  constraint retention_rule_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint retention_rule_category_check CHECK ((category ~ '^(A|B[0-9]{1,2}|BE[0-9]{1,2}|Bc)$'::text)),
  constraint retention_rule_check CHECK (((category = 'A'::text) = (years IS NULL))),
  constraint retention_rule_file_symbol_check CHECK ((file_symbol ~ '^[0-9]{1,6}$'::text)),
  constraint retention_rule_record_class_check CHECK ((record_class = ANY (ARRAY['case-file'::text, 'need-report'::text]))),
  constraint retention_rule_years_check CHECK (((years >= 0) AND (years <= 99)))
);
alter table retention_rule enable row level security;
alter table retention_rule force row level security;
create policy only_own_tenant on retention_rule as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on retention_rule as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on retention_rule to splot_app;

create table retention_watch (
  tenant_id uuid not null,
  looked_on date not null,
  due integer not null,
  looked_at timestamp with time zone not null,
  constraint retention_watch_pkey PRIMARY KEY (tenant_id, looked_on),
  constraint retention_watch_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint retention_watch_due_check CHECK ((due >= 0))
);
alter table retention_watch enable row level security;
alter table retention_watch force row level security;
create policy only_own_tenant on retention_watch as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on retention_watch as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on retention_watch to splot_app;

create table schedule (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  service_id uuid not null,
  service_at_place_id uuid,
  freq text not null,
  byday text not null,
  opens_at time without time zone not null,
  closes_at time without time zone not null,
  timezone text not null,
  valid_from date,
  valid_to date,
  description text,
  holidays boolean not null default false,
  constraint schedule_pkey PRIMARY KEY (tenant_id, id),
  constraint schedule_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint schedule_tenant_id_service_at_place_id_fkey FOREIGN KEY (tenant_id, service_at_place_id) REFERENCES service_at_place(tenant_id, id) ON DELETE CASCADE,
  constraint schedule_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES service(tenant_id, id) ON DELETE CASCADE,
  constraint schedule_byday_check CHECK ((byday ~ '^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$'::text)),
  constraint schedule_freq_check CHECK ((freq = 'WEEKLY'::text))
);
CREATE INDEX schedule_by_service ON public.schedule USING btree (tenant_id, service_id);
CREATE TRIGGER schedule_changed AFTER INSERT OR DELETE OR UPDATE ON public.schedule FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table schedule enable row level security;
alter table schedule force row level security;
create policy only_own_tenant on schedule as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on schedule as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on schedule to splot_app;

create table service (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  slug text not null,
  service_type_id uuid not null,
  organisation_id uuid not null,
  name text not null,
  description text not null,
  status text not null,
  url text,
  email text,
  eligibility_description text,
  minimum_age integer,
  maximum_age integer,
  fees_description text,
  free boolean not null,
  cost_amount numeric(10,2),
  cost_currency text,
  cost_unit text,
  application_process text,
  referral_required boolean not null,
  capacity_available text not null,
  capacity_updated date,
  capacity_description text,
  whole_area boolean not null,
  languages text[] not null default '{pl}'::text[],
  assured_date date,
  assurer_email text,
  last_modified timestamp with time zone not null,
  sample boolean not null default false,
  version integer not null default 1,
  constraint service_pkey PRIMARY KEY (tenant_id, id),
  constraint service_tenant_id_slug_key UNIQUE (tenant_id, slug),
  constraint service_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint service_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES organisation(tenant_id, id),
  constraint service_tenant_id_service_type_id_fkey FOREIGN KEY (tenant_id, service_type_id) REFERENCES service_type(tenant_id, id),
  constraint service_capacity_available_check CHECK ((capacity_available = ANY (ARRAY['available'::text, 'limited'::text, 'none'::text, 'unknown'::text]))),
  constraint service_check CHECK ((maximum_age >= minimum_age)),
  constraint service_check1 CHECK (((NOT free) OR (cost_amount IS NULL))),
  constraint service_cost_amount_check CHECK ((cost_amount > (0)::numeric)),
  constraint service_cost_currency_check CHECK ((cost_currency ~ '^[A-Z]{3}$'::text)),
  constraint service_minimum_age_check CHECK ((minimum_age >= 0)),
  constraint service_name_check CHECK ((name <> ''::text)),
  constraint service_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint service_status_check CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text, 'defunct'::text, 'temporarily closed'::text])))
);
CREATE INDEX service_by_organisation ON public.service USING btree (tenant_id, organisation_id);
CREATE INDEX service_by_type ON public.service USING btree (tenant_id, service_type_id);
CREATE TRIGGER service_changed AFTER INSERT OR DELETE OR UPDATE ON public.service FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table service enable row level security;
alter table service force row level security;
create policy only_own_tenant on service as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on service as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on service to splot_app;

create table service_area (
  tenant_id uuid not null,
  service_id uuid not null,
  district_id uuid not null,
  constraint service_area_pkey PRIMARY KEY (tenant_id, service_id, district_id),
  constraint service_area_tenant_id_district_id_fkey FOREIGN KEY (tenant_id, district_id) REFERENCES district(tenant_id, id),
  constraint service_area_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint service_area_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES service(tenant_id, id) ON DELETE CASCADE
);
CREATE TRIGGER service_area_changed AFTER INSERT OR DELETE OR UPDATE ON public.service_area FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table service_area enable row level security;
alter table service_area force row level security;
create policy only_own_tenant on service_area as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on service_area as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on service_area to splot_app;

create table service_at_place (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  service_id uuid not null,
  place_id uuid not null,
  constraint service_at_place_pkey PRIMARY KEY (tenant_id, id),
  constraint service_at_place_tenant_id_service_id_place_id_key UNIQUE (tenant_id, service_id, place_id),
  constraint service_at_place_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint service_at_place_tenant_id_place_id_fkey FOREIGN KEY (tenant_id, place_id) REFERENCES place(tenant_id, id),
  constraint service_at_place_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES service(tenant_id, id) ON DELETE CASCADE
);
CREATE TRIGGER service_at_place_changed AFTER INSERT OR DELETE OR UPDATE ON public.service_at_place FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table service_at_place enable row level security;
alter table service_at_place force row level security;
create policy only_own_tenant on service_at_place as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on service_at_place as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on service_at_place to splot_app;

create table service_type (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  code text not null,
  slug text not null,
  name jsonb not null,
  description jsonb not null,
  labels text[] not null default '{}'::text[],
  version integer not null default 1,
  constraint service_type_pkey PRIMARY KEY (tenant_id, id),
  constraint service_type_tenant_id_code_key UNIQUE (tenant_id, code),
  constraint service_type_tenant_id_slug_key UNIQUE (tenant_id, slug),
  constraint service_type_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint service_type_code_check CHECK ((code <> ''::text)),
  constraint service_type_description_check CHECK ((description ? 'pl'::text)),
  constraint service_type_name_check CHECK ((name ? 'pl'::text)),
  constraint service_type_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);
CREATE TRIGGER service_type_changed AFTER INSERT OR DELETE OR UPDATE ON public.service_type FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table service_type enable row level security;
alter table service_type force row level security;
create policy only_own_tenant on service_type as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on service_type as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on service_type to splot_app;

create table service_type_alias (
  tenant_id uuid not null,
  service_type_id uuid not null,
  lang text not null,
  phrase text not null,
  constraint service_type_alias_pkey PRIMARY KEY (tenant_id, service_type_id, lang, phrase),
  constraint service_type_alias_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint service_type_alias_tenant_id_service_type_id_fkey FOREIGN KEY (tenant_id, service_type_id) REFERENCES service_type(tenant_id, id),
  constraint service_type_alias_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'uk'::text, 'en'::text]))),
  constraint service_type_alias_phrase_check CHECK ((phrase <> ''::text))
);
CREATE TRIGGER service_type_alias_changed AFTER INSERT OR DELETE OR UPDATE ON public.service_type_alias FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table service_type_alias enable row level security;
alter table service_type_alias force row level security;
create policy only_own_tenant on service_type_alias as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on service_type_alias as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on service_type_alias to splot_app;

create table service_type_area (
  tenant_id uuid not null,
  service_type_id uuid not null,
  area_code text not null,
  constraint service_type_area_pkey PRIMARY KEY (tenant_id, service_type_id, area_code),
  constraint service_type_area_area_code_fkey FOREIGN KEY (area_code) REFERENCES statutory_area(code),
  constraint service_type_area_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint service_type_area_tenant_id_service_type_id_fkey FOREIGN KEY (tenant_id, service_type_id) REFERENCES service_type(tenant_id, id)
);
CREATE TRIGGER service_type_area_changed AFTER INSERT OR DELETE OR UPDATE ON public.service_type_area FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table service_type_area enable row level security;
alter table service_type_area force row level security;
create policy only_own_tenant on service_type_area as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on service_type_area as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on service_type_area to splot_app;

create table service_type_group (
  tenant_id uuid not null,
  service_type_id uuid not null,
  group_code text not null,
  constraint service_type_group_pkey PRIMARY KEY (tenant_id, service_type_id, group_code),
  constraint service_type_group_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint service_type_group_tenant_id_group_code_fkey FOREIGN KEY (tenant_id, group_code) REFERENCES target_group(tenant_id, code),
  constraint service_type_group_tenant_id_service_type_id_fkey FOREIGN KEY (tenant_id, service_type_id) REFERENCES service_type(tenant_id, id)
);
CREATE TRIGGER service_type_group_changed AFTER INSERT OR DELETE OR UPDATE ON public.service_type_group FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table service_type_group enable row level security;
alter table service_type_group force row level security;
create policy only_own_tenant on service_type_group as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on service_type_group as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on service_type_group to splot_app;

create table session (
  tenant_id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  id uuid not null default gen_random_uuid(),
  browser text not null default ''::text,
  proven_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (tenant_id, token_hash),
  constraint session_tenant_id_id_key UNIQUE (tenant_id, id),
  constraint session_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id),
  constraint session_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint session_browser_check CHECK ((length(browser) <= 60)),
  constraint session_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX session_account ON public.session USING btree (tenant_id, account_id);
CREATE INDEX session_expiry ON public.session USING btree (tenant_id, expires_at);
alter table session enable row level security;
alter table session force row level security;
create policy only_own_tenant on session as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on session as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on session to splot_app;

create table statutory_area (
  code text not null,
  number integer not null,
  name jsonb not null,
  constraint statutory_area_pkey PRIMARY KEY (code),
  constraint statutory_area_number_key UNIQUE (number),
  constraint statutory_area_code_check CHECK ((code ~ '^[A-Z]+(_[A-Z]+)*$'::text)),
  constraint statutory_area_name_check CHECK ((name ? 'pl'::text)),
  constraint statutory_area_number_check CHECK (((number >= 1) AND (number <= 14)))
);
comment on table statutory_area is 'reference: the same for every centre';
grant select on statutory_area to splot_app;

create table target_group (
  tenant_id uuid not null,
  code text not null,
  name jsonb not null,
  "position" integer not null,
  diagnosis boolean not null,
  constraint target_group_pkey PRIMARY KEY (tenant_id, code),
  constraint target_group_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint target_group_code_check CHECK ((code ~ '^[a-z]+(-[a-z]+)*$'::text)),
  constraint target_group_name_check CHECK ((name ? 'pl'::text))
);
CREATE TRIGGER target_group_changed AFTER INSERT OR DELETE OR UPDATE ON public.target_group FOR EACH ROW EXECUTE FUNCTION tell_directory_changed();
alter table target_group enable row level security;
alter table target_group force row level security;
create policy only_own_tenant on target_group as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on target_group as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant insert, select, update on target_group to splot_app;

create table tenant (
  id uuid not null default gen_random_uuid(),
  slug text not null,
  name text not null,
  kind text not null,
  mode text,
  voivodeship_teryt text not null,
  phone text not null,
  email text not null,
  address text not null,
  opening_hours text not null,
  brand_colour text,
  accent_colour text,
  sample boolean not null default false,
  created_at timestamp with time zone not null default now(),
  constraint tenant_pkey PRIMARY KEY (id),
  constraint tenant_slug_key UNIQUE (slug),
  constraint tenant_accent_colour_check CHECK ((accent_colour ~ '^#[0-9a-f]{6}$'::text)),
  constraint tenant_brand_colour_check CHECK ((brand_colour ~ '^#[0-9a-f]{6}$'::text)),
  constraint tenant_kind_check CHECK ((kind = ANY (ARRAY['centre'::text, 'region'::text]))),
  constraint tenant_mode_check CHECK ((mode = ANY (ARRAY['transformed-ops'::text, 'intermunicipal'::text, 'standalone-city'::text]))),
  constraint tenant_mode_of_centre CHECK (((kind = 'centre'::text) = (mode IS NOT NULL))),
  constraint tenant_name_check CHECK ((name <> ''::text)),
  constraint tenant_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint tenant_voivodeship_teryt_check CHECK ((voivodeship_teryt ~ '^[0-9]{2}$'::text))
);
grant select on tenant to splot_app;

create table tenant_host (
  host text not null,
  tenant_id uuid not null,
  constraint tenant_host_pkey PRIMARY KEY (host),
  constraint tenant_host_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint tenant_host_host_check CHECK (((host = lower(host)) AND (host <> ''::text)))
);
comment on table tenant_host is 'undistributed: read before the tenant is known';
grant select on tenant_host to splot_app;

create table tenant_municipality (
  tenant_id uuid not null,
  teryt text not null,
  name text not null,
  constraint tenant_municipality_pkey PRIMARY KEY (tenant_id, teryt),
  constraint tenant_municipality_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint tenant_municipality_name_check CHECK ((name <> ''::text)),
  constraint tenant_municipality_teryt_check CHECK ((teryt ~ '^[0-9]{6,7}$'::text))
);
alter table tenant_municipality enable row level security;
alter table tenant_municipality force row level security;
create policy only_own_tenant on tenant_municipality as restrictive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
create policy tenant_rows on tenant_municipality as permissive for all to public
  using ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid))
  with check ((tenant_id = (NULLIF(current_setting('splot.tenant_id'::text, true), ''::text))::uuid));
grant select on tenant_municipality to splot_app;
