-- Made from src/platform/personal-data by `npm run db:erasure`; a test tells when it has to be made anew.
create or replace function erase_subject(
  its_kind text, its_id uuid, erasure_id uuid, its_basis text, its_case_numbers text[], its_content_hash bytea,
  by_id uuid, by_name text, at timestamptz
) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public
as $$
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
$$;
revoke execute on function erase_subject(text, uuid, uuid, text, text[], bytea, uuid, text, timestamptz) from public;
grant execute on function erase_subject(text, uuid, uuid, text, text[], bytea, uuid, text, timestamptz) to splot_app;
