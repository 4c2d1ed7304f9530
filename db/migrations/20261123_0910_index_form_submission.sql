-- What is older than a month is deleted as new forms come in.
create index form_submission_age on form_submission (tenant_id, submitted_at);
