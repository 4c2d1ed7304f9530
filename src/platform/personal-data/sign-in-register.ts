import type { Register } from './entry.ts'

/** What lets staff in besides a password: their devices, and their accounts at the office. */
export const signInRegister = {
  passkey: {
    activity: 'security',
    reach: [{ column: 'account_id', in: ['account', 'id'] }],
    personal: { staff: { account_id: 'kept', credential_id: 'kept', public_key: 'kept', name: 'kept' } },
    other: ['tenant_id', 'id', 'host', 'sign_count', 'synced', 'created_at', 'last_used_at', 'suspended_at'],
  },
  passkey_challenge: {
    activity: 'security',
    personal: { pseudonymous: { token_hash: 'kept' } },
    other: ['tenant_id', 'purpose', 'challenge', 'expires_at'],
  },
  account_identity: {
    activity: 'security',
    reach: [{ column: 'account_id', in: ['account', 'id'] }],
    personal: { staff: { account_id: 'kept', subject: 'kept' } },
    other: ['tenant_id', 'issuer', 'linked_at', 'last_used_at'],
  },
  identity_provider: {
    activity: 'operation',
    sealed: { client_secret: 'identity provider, client secret' },
    other: [
      'tenant_id',
      'name',
      'issuer',
      'client_id',
      'client_secret',
      'matching_claim',
      'second_factor',
      'acr',
      'state',
      'version',
      'changed_at',
    ],
  },
  identity_provider_answer: { activity: 'security', other: ['tenant_id', 'state_hash', 'expires_at'] },
} as const satisfies Register
