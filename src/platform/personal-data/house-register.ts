import type { Register } from './entry.ts'

/** What the house keeps around the cases: rights of the person, accounts of staff, audit, mail, forms. */
export const houseRegister = {
  legal_hold: {
    activity: 'rights',
    reach: [{ column: 'person_id', in: ['person', 'id'] }],
    personal: {
      situation: { reason: '—', lift_reason: '—' },
      pseudonymous: { id: 'kept', person_id: 'kept' },
      staff: { set_by: 'kept', set_by_name: 'kept', lifted_by: 'kept', lifted_by_name: 'kept' },
    },
    other: ['tenant_id', 'set_at', 'lifted_at'],
  },
  rectification: {
    activity: 'rights',
    reach: [{ column: 'person_id', in: ['person', 'id'] }],
    personal: {
      identity: { old_sealed: null, new_sealed: null },
      pseudonymous: { id: 'kept', person_id: 'kept' },
      staff: { corrected_by: 'kept', corrected_by_name: 'kept' },
    },
    sealed: { old_sealed: 'rectification', new_sealed: 'rectification' },
    other: ['tenant_id', 'field', 'reason', 'person_version', 'corrected_at'],
  },
  erasure: {
    activity: 'rights',
    reach: [{ column: 'subject_id', in: ['person', 'id'] }],
    personal: {
      pseudonymous: { id: 'kept', subject_id: 'kept', case_numbers: 'kept', content_hash: 'kept' },
      staff: { decided_by: 'kept', decided_by_name: 'kept' },
    },
    other: ['tenant_id', 'subject_kind', 'basis', 'counts', 'erased_at'],
  },
  retention_rule: {
    activity: 'rights',
    personal: { staff: { set_by: 'kept', set_by_name: 'kept' } },
    other: ['tenant_id', 'id', 'record_class', 'file_symbol', 'category', 'years', 'valid_from', 'set_at'],
  },
  retention_watch: { activity: 'rights', other: ['tenant_id', 'looked_on', 'due', 'looked_at'] },
  account: {
    activity: 'staff',
    reach: [{ column: 'id', is: 'account' }],
    personal: {
      staff: {
        id: 'kept',
        email: 'kept',
        name: 'kept',
        phone: 'kept',
        password_hash: 'kept',
        totp_secret: 'kept',
        totp_last_step: 'kept',
      },
      pseudonymous: { recovery_salt: 'kept' },
    },
    sealed: { totp_secret: 'totp' },
    other: ['tenant_id', 'state', 'version', 'created_at', 'recovery_made_at'],
  },
  account_role: {
    activity: 'staff',
    reach: [{ column: 'account_id', in: ['account', 'id'] }],
    personal: { staff: { account_id: 'kept', role: 'kept' } },
    other: ['tenant_id', 'id', 'valid_from', 'valid_until'],
  },
  authorisation: {
    activity: 'staff',
    reach: [{ column: 'account_id', in: ['account', 'id'] }],
    personal: { staff: { account_id: 'kept', kind: 'kept', granted_by: 'kept' } },
    other: ['tenant_id', 'id', 'valid_from', 'valid_until'],
  },
  deputy: {
    activity: 'staff',
    reach: [
      { column: 'absent_id', in: ['account', 'id'] },
      { column: 'deputy_id', in: ['account', 'id'] },
    ],
    personal: { staff: { absent_id: 'kept', deputy_id: 'kept', role: 'kept', reason: 'kept', appointed_by: 'kept' } },
    other: ['tenant_id', 'id', 'valid_from', 'valid_until'],
  },
  session: {
    activity: 'security',
    reach: [{ column: 'account_id', in: ['account', 'id'] }],
    personal: { staff: { account_id: 'kept', token_hash: 'kept', id: 'kept', browser: 'kept' } },
    other: ['tenant_id', 'proven_at', 'created_at', 'last_seen_at', 'expires_at'],
  },
  attempt: {
    activity: 'security',
    personal: { pseudonymous: { subject_hash: 'kept' } },
    other: ['tenant_id', 'id', 'kind', 'at'],
  },
  audit_event: {
    activity: 'security',
    reach: [{ column: 'person_id', in: ['person', 'id'] }],
    personal: {
      pseudonymous: { person_id: 'kept', subject_id: 'kept' },
      staff: { actor_id: 'kept', actor_name: 'kept' },
    },
    other: [
      'tenant_id',
      'seq',
      'occurred_at',
      'event',
      'actor_kind',
      'actor_role',
      'subject_kind',
      'section',
      'purpose',
      'detail',
      'request_id',
      'hash',
    ],
  },
  audit_chain: { activity: 'security', other: ['tenant_id', 'seq', 'hash'] },
  mail: {
    activity: 'correspondence',
    reach: [
      { column: 'to_address', in: ['person', 'email'] },
      { column: 'to_address', in: ['need_report', 'email'] },
    ],
    erased: 'row',
    personal: {
      contact: { to_name: null, to_address: null },
      situation: { subject: null, body: null, sealed_link: null, last_error: null },
    },
    sealed: { sealed_link: 'mail link' },
    other: ['tenant_id', 'id', 'written_at', 'attempts', 'next_attempt_at', 'sent_at'],
  },
  form_draft: {
    activity: 'intake',
    personal: { situation: { answers_sealed: 'kept' }, pseudonymous: { token_hash: 'kept' } },
    sealed: { answers_sealed: 'form draft' },
    other: ['tenant_id', 'form', 'updated_at', 'expires_at'],
  },
  form_submission: {
    activity: 'security',
    personal: { pseudonymous: { form: 'kept', submitted_by: 'kept', location: 'kept' } },
    other: ['tenant_id', 'form_key', 'submitted_at'],
  },
} as const satisfies Register
