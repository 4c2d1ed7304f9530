import type { Register } from './entry.ts'

const ofAccount = [{ column: 'account_id', in: ['account', 'id'] }] as const

/** By what staff get in: links, passkeys, codes on paper, the office's accounts. */
export const signInRegister = {
  access_link: {
    activity: 'security',
    reach: ofAccount,
    personal: { staff: { account_id: 'kept', token_hash: 'kept' } },
    other: ['tenant_id', 'kind', 'made_at', 'expires_at'],
  },
  recovery_code: {
    activity: 'security',
    reach: ofAccount,
    personal: { staff: { account_id: 'kept', code_hash: 'kept' } },
    other: ['tenant_id', 'used_at'],
  },
  passkey: {
    activity: 'security',
    reach: ofAccount,
    personal: {
      staff: { id: 'kept', account_id: 'kept', name: 'kept' },
      pseudonymous: { credential_id: 'kept', public_key: 'kept' },
    },
    other: ['tenant_id', 'host', 'sign_count', 'synced', 'created_at', 'last_used_at', 'suspended_at'],
  },
  passkey_challenge: {
    activity: 'security',
    personal: { pseudonymous: { token_hash: 'kept', challenge: 'kept' } },
    other: ['tenant_id', 'purpose', 'expires_at'],
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
  account_identity: {
    activity: 'security',
    reach: ofAccount,
    personal: { staff: { account_id: 'kept', subject: 'kept' } },
    other: ['tenant_id', 'issuer', 'linked_at', 'last_used_at'],
  },
  identity_provider_answer: { activity: 'security', other: ['tenant_id', 'state_hash', 'expires_at'] },
} as const satisfies Register
