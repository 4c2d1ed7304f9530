import type { ErrorText } from './error-text.pl.ts'

export const errorTextEn: ErrorText = {
  reference: 'Reference for support:',
  callUs: 'You can also call us. We will help straight away.',
  toHome: 'Go to the home page',
  toDesk: 'Back to your work',
  emergency: 'Do you need a case that you can’t open?',
  toEmergency: 'Open it in an emergency',
  emergencyElse: 'Not every case can be opened this way. You can also call at once and ask for the director:',
  400: { title: 'We could not read that', lead: 'Go back to the previous page and send it again.' },
  403: { title: 'You cannot open this page', lead: 'Your role does not include this. Ask the administrator.' },
  404: { title: 'There is no such page', lead: 'Check the address. The page may have moved.' },
  413: { title: 'That is too much at once', lead: 'Go back, shorten the text and send it again.' },
  415: { title: 'We could not read that', lead: 'Go back to the previous page and send the form again.' },
  origin: { title: 'Send this from our own page', lead: 'Open the page again and fill in the form here.' },
  500: { title: 'Something broke on our side', lead: 'Nothing was saved. Try again in a moment.' },
  503: {
    title: 'A short break',
    lead: 'Refresh the page in a few seconds. A form you sent is saved only once, even if you send it again.',
  },
}
