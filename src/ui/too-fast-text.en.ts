import type { TooFastText } from './too-fast-text.pl.ts'

export const tooFastTextEn: TooFastText = {
  title: 'Too many pages at once',
  lead: 'Wait a few seconds and refresh the page.',
  form: 'A form you sent is saved only once, even if you send it again.',
  why: 'This happens when many people share one connection, for example at a school or an office.',
}
