import type { RectificationText } from './rectification-text.pl.ts'

export const en: RectificationText = {
  why: 'Why are you changing the details?',
  whyMissing: 'Say why you are changing the details.',
  reasons: {
    mistake: 'They were written down wrongly',
    changed: 'The details have changed',
    request: 'The person asks for it (art. 16 GDPR)',
  },
  history: 'Corrections of the details',
  none: 'Nobody has corrected these details yet.',
  columns: { field: 'Field', before: 'Before', after: 'Now', why: 'Why', who: 'Who and when' },
  empty: 'empty',
}
