import { plural } from '#platform/i18n.ts'
import type { DeskText } from './desk-text.pl.ts'

export const en: DeskText = {
  newReports: (n) =>
    plural('en', n, { one: '# new report waits for contact', other: '# new reports wait for contact' }),
  unassigned: (n) =>
    plural('en', n, { one: '# application waits for a coordinator', other: '# applications wait for a coordinator' }),
  overdue: (n) => plural('en', n, { one: '# plan is overdue', other: '# plans are overdue' }),
  dueSoon: (n) => plural('en', n, { one: '# plan is due within 7 days', other: '# plans are due within 7 days' }),
}
