import { plural } from '#platform/i18n.ts'
import type { LetterText } from './letter-text.pl.ts'

export const en: LetterText = {
  hello: 'Good day,',
  noticeSubject: 'A change in your account',
  notices: {
    'password-reset': 'Your account has a new password. We signed it out everywhere.',
    'password-changed': 'Your account has a new password. We signed it out on other devices.',
    'phone-changed': 'Your account has a new authenticator app. The old one no longer works.',
    'codes-renewed': 'Your account has new recovery codes. The old ones no longer work.',
    'passkey-added': 'Your account has a new passkey. It opens the account without a password.',
    'identity-linked': 'Your account can now be opened with your account at the office.',
  },
  codeUsed: (left) =>
    plural('en', left, {
      one: 'One of your recovery codes was used. # code is left.',
      other: 'One of your recovery codes was used. # codes are left.',
    }),
  when: (when, browser) => `When: ${when}.${browser && ` Browser: ${browser}.`}`,
  notYou: (phone) => `Wasn’t it you? Call the administrator at the centre at once: ${phone}.`,
  links: {
    invitation: {
      subject: 'Invitation to work in Splot',
      before: (centre) => `${centre} gives you access to the system it works in. Open this link:`,
      after: 'The link works for 3 days and only once. Have your phone ready: you will add an authenticator app.',
    },
    reset: {
      subject: 'New password',
      before: (centre) => `Somebody asked for a new password of an account at: ${centre}. Was it you? Open this link:`,
      after:
        'The link works for 10 minutes and only once. You will also enter a code from your phone. Not you? Do nothing, the password stays.',
    },
  },
}
