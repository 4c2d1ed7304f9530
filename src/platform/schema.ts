// The row types, read from the migrated database by `npm run db:refresh`; not to be edited.
import type { ColumnType } from 'kysely'

/** Read as it was parsed, written as text (JSON.stringify): pg would take an array for a PostgreSQL array. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export interface AccessLink {
  tenant_id: string
  token_hash: Buffer
  account_id: string
  kind: 'invitation' | 'reset'
  made_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  expires_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface Account {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  email: string
  name: string
  phone: string | null
  password_hash: string | null
  totp_secret: Buffer | null
  totp_last_step: ColumnType<number, number | undefined, number>
  state: ColumnType<'active' | 'disabled', 'active' | 'disabled' | undefined, 'active' | 'disabled'>
  version: ColumnType<number, number | undefined, number>
  created_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  recovery_salt: Buffer | null
  recovery_made_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null | undefined, Temporal.Instant | string | null>
}

export interface AccountIdentity {
  tenant_id: string
  account_id: string
  issuer: string
  subject: string
  linked_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  last_used_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null | undefined, Temporal.Instant | string | null>
}

export interface AccountRole {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  account_id: string
  role: 'director' | 'service-organiser' | 'plan-coordinator' | 'community-organiser' | 'front-desk' | 'provider' | 'data-protection-officer' | 'accountant' | 'administrator' | 'regional-analyst'
  valid_from: ColumnType<Temporal.PlainDate, Temporal.PlainDate | string, Temporal.PlainDate | string>
  valid_until: ColumnType<Temporal.PlainDate | null, Temporal.PlainDate | string | null | undefined, Temporal.PlainDate | string | null>
}

export interface Application {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  number: string
  person_id: string
  need_report_id: string | null
  applicant_role: 'self' | 'statutory-representative' | 'actual-carer'
  representative_name: string | null
  representative_basis: string | null
  channel: 'paper' | 'oral-protocol' | 'e-delivery' | 'online' | 'post'
  words: string
  clause_version: string
  received_on: ColumnType<Temporal.PlainDate, Temporal.PlainDate | string, Temporal.PlainDate | string>
  registered_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  registered_by: string
  coordinator_id: string | null
  rule_set: string
  plan_due_on: ColumnType<Temporal.PlainDate, Temporal.PlainDate | string, Temporal.PlainDate | string>
  state: ColumnType<string, string | undefined, string>
  version: ColumnType<number, number | undefined, number>
}

export interface Attachment {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  application_id: string
  title_sealed: Buffer
  name_sealed: Buffer
  media_type: 'application/pdf' | 'image/jpeg' | 'image/png'
  size: number
  content_hash: Buffer
  content_sealed: Buffer | null
  added_by: string
  added_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  removed_by: string | null
  removed_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null | undefined, Temporal.Instant | string | null>
  reason_sealed: ColumnType<Buffer, Buffer | undefined, Buffer>
  version: ColumnType<number, number | undefined, number>
}

export interface Attempt {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  kind: string
  subject_hash: Buffer
  at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface AuditChain {
  tenant_id: string
  seq: number
  hash: Buffer
}

export interface AuditEvent {
  tenant_id: string
  seq: number
  occurred_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  event: string
  actor_kind: 'staff' | 'resident' | 'anonymous' | 'system'
  actor_id: string | null
  actor_name: string | null
  actor_role: string
  subject_kind: string | null
  subject_id: string | null
  person_id: string | null
  section: string | null
  purpose: string | null
  detail: ColumnType<string, string | undefined, string>
  request_id: string
  hash: Buffer
}

export interface Authorisation {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  account_id: string
  kind: string
  granted_by: string
  valid_from: ColumnType<Temporal.PlainDate, Temporal.PlainDate | string, Temporal.PlainDate | string>
  valid_until: ColumnType<Temporal.PlainDate | null, Temporal.PlainDate | string | null | undefined, Temporal.PlainDate | string | null>
}

export interface CaseNumber {
  tenant_id: string
  kind: 'application' | 'plan'
  year: number
  last: number
}

export interface CaseStep {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  subject_kind: 'report' | 'application' | 'plan' | 'gap'
  subject_id: string
  event: string
  from_state: string | null
  to_state: string
  reason: string | null
  actor_id: string | null
  actor_name: string
  happened_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  seq: number
}

export interface ClosingInterview {
  tenant_id: string
  plan_id: string
  kind: 'held' | 'not-held'
  held_on: ColumnType<Temporal.PlainDate | null, Temporal.PlainDate | string | null | undefined, Temporal.PlainDate | string | null>
  participants: ColumnType<string[], string[] | undefined, string[]>
  resident_opinion: ColumnType<string, string | undefined, string>
  further_needs: ColumnType<string, string | undefined, string>
  why: 'refused' | 'unreachable' | 'died' | null
  note: ColumnType<string, string | undefined, string>
  recorded_by: string
  recorded_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface Contact {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  organisation_id: string | null
  service_id: string | null
  name: string | null
  title: string | null
  department: string | null
  email: string | null
}

export interface DeclaredRelative {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  account_id: string
  relation: 'self' | 'spouse' | 'parent' | 'child' | 'sibling' | 'in-law' | 'close'
  given_name: string
  family_name: string
  given_key: string
  family_key: string
  birth_year: number
  declared_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  ended_by: string | null
  ended_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null | undefined, Temporal.Instant | string | null>
}

export interface Deputy {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  absent_id: string
  deputy_id: string
  role: 'director' | 'service-organiser' | 'plan-coordinator' | 'community-organiser' | 'front-desk' | 'provider' | 'data-protection-officer' | 'accountant' | 'administrator' | 'regional-analyst'
  valid_from: ColumnType<Temporal.PlainDate, Temporal.PlainDate | string, Temporal.PlainDate | string>
  valid_until: ColumnType<Temporal.PlainDate, Temporal.PlainDate | string, Temporal.PlainDate | string>
  reason: string
  appointed_by: string
}

export interface District {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  number: number
  name: string
}

export interface EmergencyAccess {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  account_id: string
  person_id: string
  application_id: string
  purpose: 'life-or-health' | 'violence' | 'child' | 'coordinator-absent' | 'urgent-service'
  reason: string
  opened_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  expires_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  judgement: 'justified' | 'not-justified' | null
  judgement_note: string | null
  judged_by: string | null
  judged_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null | undefined, Temporal.Instant | string | null>
}

export interface Erasure {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  subject_kind: 'person' | 'report'
  subject_id: string
  basis: 'retention' | 'request' | 'order'
  case_numbers: string[]
  counts: ColumnType<Json, string, string>
  content_hash: Buffer
  decided_by: string
  decided_by_name: string
  erased_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface FormDraft {
  tenant_id: string
  token_hash: Buffer
  form: string
  updated_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  expires_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  answers_sealed: Buffer
}

export interface FormSubmission {
  tenant_id: string
  form_key: string
  form: string
  submitted_by: string
  location: string
  submitted_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface Gap {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  recognised_need_id: string | null
  listed_need_id: string | null
  need_name: string
  group_code: string
  district_id: string | null
  service_type_id: string | null
  words: ColumnType<string, string | undefined, string>
  state: ColumnType<'registered' | 'being-initiated' | 'service-found' | 'dropped', 'registered' | 'being-initiated' | 'service-found' | 'dropped' | undefined, 'registered' | 'being-initiated' | 'service-found' | 'dropped'>
  owner_id: string | null
  owner_name: string | null
  next_on: ColumnType<Temporal.PlainDate | null, Temporal.PlainDate | string | null | undefined, Temporal.PlainDate | string | null>
  service_id: string | null
  service_name: string | null
  registered_by: string
  registered_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  version: ColumnType<number, number | undefined, number>
}

export interface Goal {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  reconnaissance_id: string | null
  plan_id: string | null
  recognised_need_id: string | null
  text: string
  position: number
  version: ColumnType<number, number | undefined, number>
}

export interface GoalResult {
  tenant_id: string
  plan_id: string
  goal_id: string
  result: 'attained' | 'partly' | 'not'
}

export interface IdentityProvider {
  tenant_id: string
  name: string
  issuer: string
  client_id: string
  client_secret: Buffer
  matching_claim: 'email' | 'preferred_username' | 'none'
  second_factor: 'own-code' | 'amr-mfa' | 'acr'
  acr: string | null
  state: 'on' | 'off'
  version: ColumnType<number, number | undefined, number>
  changed_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface IdentityProviderAnswer {
  tenant_id: string
  state_hash: Buffer
  expires_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface LegalHold {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  person_id: string
  reason: string
  set_by: string
  set_by_name: string
  set_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  lifted_by: string | null
  lifted_by_name: string | null
  lifted_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null | undefined, Temporal.Instant | string | null>
  lift_reason: string | null
}

export interface Mail {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  to_name: string
  to_address: string
  subject: string
  body: string
  written_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  attempts: ColumnType<number, number | undefined, number>
  next_attempt_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null | undefined, Temporal.Instant | string | null>
  sent_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null | undefined, Temporal.Instant | string | null>
  last_error: string | null
  sealed_link: Buffer | null
}

export interface Migration {
  name: string
  checksum: string
  applied_at: ColumnType<Temporal.Instant, Temporal.Instant | string | undefined, Temporal.Instant | string>
}

export interface MonitoringEvent {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  plan_id: string
  happened_on: ColumnType<Temporal.PlainDate, Temporal.PlainDate | string, Temporal.PlainDate | string>
  form: 'visit' | 'phone' | 'provider-report' | 'team-meeting'
  course: string
  resident_opinion: ColumnType<string, string | undefined, string>
  actions: ColumnType<string, string | undefined, string>
  next_on: ColumnType<Temporal.PlainDate | null, Temporal.PlainDate | string | null | undefined, Temporal.PlainDate | string | null>
  recorded_by: string
  recorded_by_name: string
  recorded_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface MonitoringLine {
  tenant_id: string
  event_id: string
  line_id: string
  status: 'as-planned' | 'differently' | 'not-started' | 'stopped'
}

export interface Need {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  code: string
  group_code: string
  text: ColumnType<Json, string, string>
  source: string
  position: number
  version: ColumnType<number, number | undefined, number>
}

export interface NeedArea {
  tenant_id: string
  need_id: string
  area_code: string
}

export interface NeedReport {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  receipt_hash: Buffer
  channel: 'web' | 'phone' | 'desk' | 'letter' | 'email' | 'field'
  taken_by: string | null
  language: string
  reporter: 'self' | 'carer' | 'representative' | 'someone-else'
  reporter_name: string | null
  reporter_phone: string | null
  reporter_relation: string | null
  given_name: string | null
  family_name: string | null
  birth_year: number | null
  pesel_sealed: Buffer | null
  pesel_hash: Buffer | null
  phone: string | null
  email: string | null
  address: string | null
  district_id: string | null
  accessibility_needs: ColumnType<string[], string[] | undefined, string[]>
  contact_way: 'phone' | 'sms' | 'email' | 'letter' | 'visit' | 'through-other' | null
  contact_note: string | null
  words: string
  group_code: string | null
  clause_version: string
  received_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  state: ColumnType<'new' | 'contacted' | 'registered' | 'closed', 'new' | 'contacted' | 'registered' | 'closed' | undefined, 'new' | 'contacted' | 'registered' | 'closed'>
  outcome: 'answered' | 'duplicate' | 'unreachable' | 'withdrawn' | 'not-for-us' | null
  duplicate_of_id: string | null
  version: ColumnType<number, number | undefined, number>
}

export interface NeedServiceType {
  tenant_id: string
  need_id: string
  service_type_id: string
  position: number
}

export interface Organisation {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  slug: string
  name: string
  kind: 'municipal-unit' | 'ngo' | 'local-firm' | 'social-economy'
  description: string
  legal_status: string | null
  email: string | null
  website: string | null
  sample: ColumnType<boolean, boolean | undefined, boolean>
  last_modified: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  version: ColumnType<number, number | undefined, number>
}

export interface Passkey {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  account_id: string
  credential_id: Buffer
  public_key: Buffer
  host: string
  sign_count: number
  synced: boolean
  name: string
  created_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  last_used_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null | undefined, Temporal.Instant | string | null>
  suspended_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null | undefined, Temporal.Instant | string | null>
}

export interface PasskeyChallenge {
  tenant_id: string
  purpose: 'add' | 'sign-in' | 'proof'
  token_hash: Buffer
  challenge: Buffer
  expires_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface Person {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  given_name: string
  family_name: string
  given_key: string
  family_key: string
  birth_year: number | null
  birth_on: ColumnType<Temporal.PlainDate | null, Temporal.PlainDate | string | null | undefined, Temporal.PlainDate | string | null>
  pesel_sealed: Buffer | null
  pesel_hash: Buffer | null
  phone: string | null
  email: string | null
  address: string | null
  district_id: string | null
  language: ColumnType<string, string | undefined, string>
  accessibility_needs: ColumnType<string[], string[] | undefined, string[]>
  contact_way: 'phone' | 'sms' | 'email' | 'letter' | 'visit' | 'through-other' | null
  contact_note: string | null
  version: ColumnType<number, number | undefined, number>
  created_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  family_folded: ColumnType<string, never, never>
}

export interface PersonRestriction {
  tenant_id: string
  person_id: string
  reason: 'violence' | 'staff-member' | 'staff-relative' | 'public-person'
  note: ColumnType<string, string | undefined, string>
  viewer_ids: string[]
  lifted: ColumnType<boolean, boolean | undefined, boolean>
  changed_by: string
  changed_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  version: ColumnType<number, number | undefined, number>
}

export interface PersonRestrictionVersion {
  tenant_id: string
  person_id: string
  version: number
  reason: 'violence' | 'staff-member' | 'staff-relative' | 'public-person'
  note: string
  viewer_ids: string[]
  lifted: boolean
  changed_by: string
  changed_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface PersonSound {
  tenant_id: string
  sound: string
  person_id: string
}

export interface Phone {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  organisation_id: string | null
  service_id: string | null
  number: string
  extension: string | null
  type: 'text' | 'voice' | 'fax' | 'cell' | 'video' | 'pager' | 'textphone'
  description: string | null
}

export interface Place {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  slug: string
  organisation_id: string
  name: string
  location_type: 'physical' | 'postal' | 'virtual'
  address_1: string
  postal_code: string
  city: string
  state_province: string
  country: string
  district_id: string | null
  latitude: number | null
  longitude: number | null
  transportation: string | null
  accessibility: ColumnType<string[], string[] | undefined, string[]>
  sample: ColumnType<boolean, boolean | undefined, boolean>
  version: ColumnType<number, number | undefined, number>
}

export interface Plan {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  number: string
  revision: ColumnType<number, number | undefined, number>
  revises_id: string | null
  change_reason: string | null
  previous_plan_id: string | null
  application_id: string
  reconnaissance_id: string
  person_id: string
  received_on: ColumnType<Temporal.PlainDate, Temporal.PlainDate | string, Temporal.PlainDate | string>
  rule_set: string
  expected_months: number
  short_reason: string | null
  late_reason: string | null
  author_ids: string[]
  state: ColumnType<'draft' | 'agreed' | 'submitted' | 'returned' | 'approved' | 'active' | 'suspended' | 'ended' | 'interviewed' | 'described' | 'replaced' | 'abandoned', 'draft' | 'agreed' | 'submitted' | 'returned' | 'approved' | 'active' | 'suspended' | 'ended' | 'interviewed' | 'described' | 'replaced' | 'abandoned' | undefined, 'draft' | 'agreed' | 'submitted' | 'returned' | 'approved' | 'active' | 'suspended' | 'ended' | 'interviewed' | 'described' | 'replaced' | 'abandoned'>
  starts_on: ColumnType<Temporal.PlainDate | null, Temporal.PlainDate | string | null | undefined, Temporal.PlainDate | string | null>
  ends_on: ColumnType<Temporal.PlainDate | null, Temporal.PlainDate | string | null | undefined, Temporal.PlainDate | string | null>
  own_commitments: ColumnType<string[], string[] | undefined, string[]>
  monitoring_days: ColumnType<Temporal.PlainDate[], (Temporal.PlainDate | string)[] | undefined, (Temporal.PlainDate | string)[]>
  agreement_id: string | null
  approved_by: string | null
  approved_by_name: string | null
  approved_office: 'director' | 'service-organiser' | 'deputy' | null
  approved_on: ColumnType<Temporal.PlainDate | null, Temporal.PlainDate | string | null | undefined, Temporal.PlainDate | string | null>
  end_reason: 'completed' | 'period-elapsed' | 'person-resigned' | 'need-gone' | 'non-cooperation' | 'moved' | 'died' | 'service-unavailable' | 'transferred' | null
  ended_on: ColumnType<Temporal.PlainDate | null, Temporal.PlainDate | string | null | undefined, Temporal.PlainDate | string | null>
  version: ColumnType<number, number | undefined, number>
  head_version: ColumnType<number, number | undefined, number>
  created_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface PlanAgreement {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  plan_id: string
  form: 'signature' | 'oral-before-two' | 'electronic' | 'representative-signature'
  agreed_on: ColumnType<Temporal.PlainDate, Temporal.PlainDate | string, Temporal.PlainDate | string>
  agreed_by: string
  evidence: string
  recorded_by: string
  recorded_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface PlanDecision {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  plan_id: string
  decision: 'approved' | 'returned'
  reasons: ColumnType<string, string | undefined, string>
  decided_by: string
  decided_by_name: string
  office: 'director' | 'service-organiser' | 'deputy'
  decided_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface PlanLine {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  plan_id: string
  position: number
  recognised_need_id: string
  service_id: string | null
  service_name: string
  external: ColumnType<boolean, boolean | undefined, boolean>
  provider_id: string | null
  provider_name: ColumnType<string, string | undefined, string>
  amount: ColumnType<string, string | number, string | number>
  unit: 'hour' | 'visit' | 'meal' | 'km' | 'day'
  times: number
  per: 'day' | 'week' | 'month' | 'plan'
  starts_on: ColumnType<Temporal.PlainDate, Temporal.PlainDate | string, Temporal.PlainDate | string>
  ends_on: ColumnType<Temporal.PlainDate, Temporal.PlainDate | string, Temporal.PlainDate | string>
  regime: 'cus-act' | 'social-assistance-act' | 'family-support-act' | 'ministry-programme' | 'eu-project' | 'supporting-activity'
  decision_number: string | null
  version: ColumnType<number, number | undefined, number>
}

export interface PlanSnapshot {
  tenant_id: string
  plan_id: string
  content: ColumnType<Json, string, string>
  taken_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface ProposedService {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  code: string
  group_code: string
  text: ColumnType<Json, string, string>
  source: string
  position: number
  version: ColumnType<number, number | undefined, number>
}

export interface ProposedServiceArea {
  tenant_id: string
  proposed_service_id: string
  area_code: string
}

export interface ProposedServiceType {
  tenant_id: string
  proposed_service_id: string
  service_type_id: string
  position: number
}

export interface RecognisedNeed {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  reconnaissance_id: string
  listed_need_id: string | null
  name: string
  group_code: string
  position: number
}

export interface Reconnaissance {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  application_id: string
  person_id: string
  held_on: ColumnType<Temporal.PlainDate | null, Temporal.PlainDate | string | null | undefined, Temporal.PlainDate | string | null>
  place: 'centre' | 'home' | 'other' | 'remote' | null
  participants: ColumnType<string[], string[] | undefined, string[]>
  services_used: ColumnType<string, string | undefined, string>
  risks: ColumnType<string, string | undefined, string>
  expected_months: number | null
  opinion: ColumnType<string, string | undefined, string>
  finished_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null | undefined, Temporal.Instant | string | null>
  finished_by: string | null
  version: ColumnType<number, number | undefined, number>
}

export interface ReconnaissanceSection {
  tenant_id: string
  reconnaissance_id: string
  section: 'health-and-functioning' | 'housing' | 'family-and-carers' | 'informal-network' | 'daily-activities' | 'safety' | 'work-and-education' | 'finances' | 'participation' | 'strengths'
  raised: ColumnType<string[], string[] | undefined, string[]>
  version: ColumnType<number, number | undefined, number>
  text_sealed: Buffer
  relevant_because_sealed: Buffer | null
}

export interface RecoveryCode {
  tenant_id: string
  account_id: string
  code_hash: Buffer
  used_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null | undefined, Temporal.Instant | string | null>
}

export interface Rectification {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  person_id: string
  field: string
  old_sealed: Buffer | null
  new_sealed: Buffer | null
  reason: string
  person_version: number
  corrected_by: string
  corrected_by_name: string
  corrected_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface ResultDescription {
  tenant_id: string
  plan_id: string
  narrative: string
  recommendations: ColumnType<string, string | undefined, string>
  recorded_by: string
  recorded_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface RetentionRule {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  record_class: 'case-file' | 'need-report'
  file_symbol: string
  category: string
  years: number | null
  valid_from: ColumnType<Temporal.PlainDate, Temporal.PlainDate | string, Temporal.PlainDate | string>
  set_by: string
  set_by_name: string
  set_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface RetentionWatch {
  tenant_id: string
  looked_on: ColumnType<Temporal.PlainDate, Temporal.PlainDate | string, Temporal.PlainDate | string>
  due: number
  looked_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface Schedule {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  service_id: string
  service_at_place_id: string | null
  freq: string
  byday: string
  opens_at: string
  closes_at: string
  timezone: string
  valid_from: ColumnType<Temporal.PlainDate | null, Temporal.PlainDate | string | null | undefined, Temporal.PlainDate | string | null>
  valid_to: ColumnType<Temporal.PlainDate | null, Temporal.PlainDate | string | null | undefined, Temporal.PlainDate | string | null>
  description: string | null
  holidays: ColumnType<boolean, boolean | undefined, boolean>
}

export interface Service {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  slug: string
  service_type_id: string
  organisation_id: string
  name: string
  description: string
  status: 'active' | 'inactive' | 'defunct' | 'temporarily closed'
  url: string | null
  email: string | null
  eligibility_description: string | null
  minimum_age: number | null
  maximum_age: number | null
  fees_description: string | null
  free: boolean
  cost_amount: ColumnType<string | null, string | number | null | undefined, string | number | null>
  cost_currency: string | null
  cost_unit: string | null
  application_process: string | null
  referral_required: boolean
  capacity_available: 'available' | 'limited' | 'none' | 'unknown'
  capacity_updated: ColumnType<Temporal.PlainDate | null, Temporal.PlainDate | string | null | undefined, Temporal.PlainDate | string | null>
  capacity_description: string | null
  whole_area: boolean
  languages: ColumnType<string[], string[] | undefined, string[]>
  assured_date: ColumnType<Temporal.PlainDate | null, Temporal.PlainDate | string | null | undefined, Temporal.PlainDate | string | null>
  assurer_email: string | null
  last_modified: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  sample: ColumnType<boolean, boolean | undefined, boolean>
  version: ColumnType<number, number | undefined, number>
}

export interface ServiceArea {
  tenant_id: string
  service_id: string
  district_id: string
}

export interface ServiceAtPlace {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  service_id: string
  place_id: string
}

export interface ServiceType {
  tenant_id: string
  id: ColumnType<string, string | undefined, string>
  code: string
  slug: string
  name: ColumnType<Json, string, string>
  description: ColumnType<Json, string, string>
  labels: ColumnType<string[], string[] | undefined, string[]>
  version: ColumnType<number, number | undefined, number>
}

export interface ServiceTypeAlias {
  tenant_id: string
  service_type_id: string
  lang: 'pl' | 'uk' | 'en'
  phrase: string
}

export interface ServiceTypeArea {
  tenant_id: string
  service_type_id: string
  area_code: string
}

export interface ServiceTypeGroup {
  tenant_id: string
  service_type_id: string
  group_code: string
}

export interface Session {
  tenant_id: string
  token_hash: Buffer
  account_id: string
  created_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  last_seen_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  expires_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
  id: ColumnType<string, string | undefined, string>
  browser: ColumnType<string, string | undefined, string>
  proven_at: ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>
}

export interface StatutoryArea {
  code: string
  number: number
  name: ColumnType<Json, string, string>
}

export interface TargetGroup {
  tenant_id: string
  code: string
  name: ColumnType<Json, string, string>
  position: number
  diagnosis: boolean
}

export interface Tenant {
  id: ColumnType<string, string | undefined, string>
  slug: string
  name: string
  kind: 'centre' | 'region'
  mode: 'transformed-ops' | 'intermunicipal' | 'standalone-city' | null
  voivodeship_teryt: string
  phone: string
  email: string
  address: string
  opening_hours: string
  brand_colour: string | null
  accent_colour: string | null
  sample: ColumnType<boolean, boolean | undefined, boolean>
  created_at: ColumnType<Temporal.Instant, Temporal.Instant | string | undefined, Temporal.Instant | string>
}

export interface TenantHost {
  host: string
  tenant_id: string
}

export interface TenantMunicipality {
  tenant_id: string
  teryt: string
  name: string
}

export interface DB {
  access_link: AccessLink
  account: Account
  account_identity: AccountIdentity
  account_role: AccountRole
  application: Application
  attachment: Attachment
  attempt: Attempt
  audit_chain: AuditChain
  audit_event: AuditEvent
  authorisation: Authorisation
  case_number: CaseNumber
  case_step: CaseStep
  closing_interview: ClosingInterview
  contact: Contact
  declared_relative: DeclaredRelative
  deputy: Deputy
  district: District
  emergency_access: EmergencyAccess
  erasure: Erasure
  form_draft: FormDraft
  form_submission: FormSubmission
  gap: Gap
  goal: Goal
  goal_result: GoalResult
  identity_provider: IdentityProvider
  identity_provider_answer: IdentityProviderAnswer
  legal_hold: LegalHold
  mail: Mail
  migration: Migration
  monitoring_event: MonitoringEvent
  monitoring_line: MonitoringLine
  need: Need
  need_area: NeedArea
  need_report: NeedReport
  need_service_type: NeedServiceType
  organisation: Organisation
  passkey: Passkey
  passkey_challenge: PasskeyChallenge
  person: Person
  person_restriction: PersonRestriction
  person_restriction_version: PersonRestrictionVersion
  person_sound: PersonSound
  phone: Phone
  place: Place
  plan: Plan
  plan_agreement: PlanAgreement
  plan_decision: PlanDecision
  plan_line: PlanLine
  plan_snapshot: PlanSnapshot
  proposed_service: ProposedService
  proposed_service_area: ProposedServiceArea
  proposed_service_type: ProposedServiceType
  recognised_need: RecognisedNeed
  reconnaissance: Reconnaissance
  reconnaissance_section: ReconnaissanceSection
  recovery_code: RecoveryCode
  rectification: Rectification
  result_description: ResultDescription
  retention_rule: RetentionRule
  retention_watch: RetentionWatch
  schedule: Schedule
  service: Service
  service_area: ServiceArea
  service_at_place: ServiceAtPlace
  service_type: ServiceType
  service_type_alias: ServiceTypeAlias
  service_type_area: ServiceTypeArea
  service_type_group: ServiceTypeGroup
  session: Session
  statutory_area: StatutoryArea
  target_group: TargetGroup
  tenant: Tenant
  tenant_host: TenantHost
  tenant_municipality: TenantMunicipality
}
