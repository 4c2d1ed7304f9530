import type { Register } from './entry.ts'

/** Who may see whom, and who looked although they may not. */
export const guardsRegister = {
  person_restriction: {
    activity: 'rights',
    reach: [{ column: 'person_id', in: ['person', 'id'] }],
    personal: {
      special: { reason: 'kept', note: '—' },
      pseudonymous: { person_id: 'kept' },
      staff: { viewer_ids: 'kept', changed_by: 'kept' },
    },
    other: ['tenant_id', 'lifted', 'changed_at', 'version'],
  },
  person_restriction_version: {
    activity: 'rights',
    reach: [{ column: 'person_id', in: ['person', 'id'] }],
    personal: {
      special: { reason: 'kept', note: '—' },
      pseudonymous: { person_id: 'kept' },
      staff: { viewer_ids: 'kept', changed_by: 'kept' },
    },
    other: ['tenant_id', 'version', 'lifted', 'changed_at'],
  },
  declared_relative: {
    activity: 'security',
    reach: [{ column: 'account_id', in: ['account', 'id'] }],
    personal: {
      staff: {
        account_id: 'kept',
        relation: 'kept',
        given_name: 'kept',
        family_name: 'kept',
        given_key: 'kept',
        family_key: 'kept',
        birth_year: 'kept',
        ended_by: 'kept',
      },
    },
    other: ['tenant_id', 'id', 'declared_at', 'ended_at'],
  },
  emergency_access: {
    activity: 'security',
    reach: [{ column: 'person_id', in: ['person', 'id'] }],
    personal: {
      situation: { purpose: 'kept', reason: '———————————————', judgement: 'kept', judgement_note: '—' },
      pseudonymous: { id: 'kept', person_id: 'kept', application_id: 'kept' },
      staff: { account_id: 'kept', judged_by: 'kept' },
    },
    other: ['tenant_id', 'opened_at', 'expires_at', 'judged_at'],
  },
} as const satisfies Register
