import type { ProofText } from './proof-text.pl.ts'

export const en: ProofText = {
  title: 'Confirm that it is you',
  lead: 'You are about to do something important. Enter your password and a code again.',
  why: 'We ask when some minutes have passed since you last did. So nobody can use a computer that you walk away from.',
  formWaits: 'What was in the form is waiting. You will send it on the next page.',
  submit: 'Confirm',
  cancel: 'Go back without confirming',
  refusals: {
    wrong: 'The password or the code is not right. Enter both again, with a new code.',
    'too-many': 'There were too many tries. Wait a quarter of an hour and try again.',
  },
}
