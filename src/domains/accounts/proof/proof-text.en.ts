import type { ProofText } from './proof-text.pl.ts'

export const en: ProofText = {
  title: 'Confirm that it is you',
  lead: 'You are about to do something important. Enter your password and a code again.',
  why: 'We ask when some minutes have passed since you last did. So nobody can use a computer that you walk away from.',
  formWaits: 'What was in the form is waiting. You will send it on the next page.',
  codeHint: 'Six digits from your authenticator app. No phone? Enter one of your recovery codes, 12 digits.',
  orPasskey: 'Without a password',
  byPasskey: 'Confirm with a passkey',
  passkeyCancelled: 'No passkey was used. Try again, or enter your password and a code.',
  submit: 'Confirm',
  cancel: 'Go back without confirming',
  refusals: {
    wrong: 'The password or the code is not right. Enter both again, with a new code.',
    'wrong-passkey': 'This passkey does not confirm that it is you. Try again, or enter your password and a code.',
    'too-many': 'There were too many tries. Wait a quarter of an hour and try again.',
  },
}
