import type { RegisterText } from './register-text.pl.ts'

export const en: RegisterText = {
  title: 'Records of processing',
  lead: 'Every place in the database that holds personal data: what for, on what basis and how long. Copies and erasures are made from the same register.',
  draftNote: 'Legal bases and periods are a proposal. The centre’s data protection officer confirms them.',
  purpose: 'What for',
  basis: 'Legal basis',
  kept: 'How long',
  table: 'Set',
  columns: 'Which data',
  none: 'no personal data',
  sealedMark: 'encrypted',
  activities: {
    intake: {
      name: 'Reports of needs',
      purpose: 'The centre answers a report and reaches the person it is about.',
      basis: 'art. 6(1)(c) and (e), art. 9(2)(b) and (g) GDPR',
      kept: 'By the archival category of reports. Unfinished forms: 30 days.',
    },
    casework: {
      name: 'Cases and individual plans',
      purpose: 'The centre finds out what is needed, makes a plan of services and sees what came of it.',
      basis: 'art. 6(1)(c) and (e), art. 9(2)(b) and (g) GDPR',
      kept: 'By the archival category of case files, from the end of the year in which the case was closed.',
    },
    rights: {
      name: 'Rights of persons',
      purpose: 'The centre corrects data, holds their erasure and lists what it erased.',
      basis: 'art. 6(1)(c) GDPR (duties of art. 5(2) and 12–22)',
      kept: 'Corrections and holds like case files. The list of erasures: for ever, without personal data.',
    },
    staff: {
      name: 'Accounts of staff',
      purpose: 'It is known who works in the system, in which role and in whose place.',
      basis: 'art. 6(1)(c) and (e) GDPR',
      kept: 'As long as the files that bear the person’s signature.',
    },
    security: {
      name: 'Journal and security',
      purpose: 'It can be checked who looked at data and why, and nobody guesses passwords.',
      basis: 'art. 6(1)(c) and (e), art. 32 GDPR',
      kept: 'The journal: for ever. Tries to sign in: 1 day. Forms sent: 30 days.',
    },
    correspondence: {
      name: 'E-mail',
      purpose: 'The centre tells that something waits. Letters never say which service it is about.',
      basis: 'art. 6(1)(e) GDPR',
      kept: 'The text goes when the letter has gone.',
    },
    directory: {
      name: 'Directory of services',
      purpose: 'Residents see where services are and whom to ask.',
      basis: 'art. 6(1)(e) GDPR',
      kept: 'As long as the service is in the directory.',
    },
    operation: {
      name: 'Running the system',
      purpose: 'Settings of the centre and of the database.',
      basis: 'not applicable',
      kept: 'not applicable',
    },
  },
  classes: {
    identity: 'who it is',
    contact: 'contact',
    situation: 'situation',
    special: 'special categories (art. 9 and 10)',
    others: 'others in the case',
    pseudonymous: 'numbers and traces',
    staff: 'staff',
  },
}
