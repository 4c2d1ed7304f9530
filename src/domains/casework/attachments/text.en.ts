import { plural } from '#platform/i18n.ts'
import { mostAttachments } from './attachment.ts'
import type { AttachmentsText } from './text.pl.ts'

export const en: AttachmentsText = {
  title: 'Attachments',
  none: 'This application has no attachments.',
  fileName: 'File name',
  added: (who, when) => `Added: ${who}, ${when}`,
  erased: 'An attachment removed with the person’s data.',
  remove: 'Remove',
  removed: (n) => plural('en', n, { one: '# removed attachment', other: '# removed attachments' }),
  removedBy: (who, when) => `Removed: ${who}, ${when}`,
  why: 'Why',
  add: 'Add an attachment',
  what: 'What is it?',
  whatHint: 'For example: a certificate of disability.',
  file: 'File',
  fileHint: 'PDF, JPEG or PNG, at most 10 MB.',
  titleMissing: 'Write what it is',
  titleLong: (max) => `Shorten the description to ${max} characters`,
  fileRefusals: {
    missing: 'Choose a file',
    empty: 'This file is empty. Choose another one',
    'too-large': 'The file is larger than 10 MB. Make it smaller or scan it again',
    'wrong-type': 'This is no PDF, JPEG or PNG. Save the document in one of these formats',
    damaged: 'This file is damaged or incomplete. Save or scan it again',
    'too-many-pixels': 'The picture has too many dots. Scan it at a lower resolution',
    infected: 'There is a virus in this file. We did not take it. Don’t open it, and tell the administrator',
    unscanned: 'We could not check this file for viruses. Try again in a moment',
  },
  refusals: {
    'application-ended': 'This case has ended. No attachment can be added any more.',
    'too-many': `The application has ${mostAttachments} attachments already. Remove some, or join scans in one file.`,
  },
  removal: {
    title: 'Remove an attachment',
    which: (title, number) => `“${title}”, application ${number}`,
    warning: 'The file can’t be brought back. Who removed it and why stays.',
    reason: 'Why do you remove it?',
    reasonHint: 'For example: the file is about somebody else.',
    button: 'Remove the attachment',
    reasonMissing: 'Write why you remove the attachment',
    reasonLong: (max) => `Shorten the text to ${max} characters`,
    gone: 'This attachment is gone already.',
  },
}
