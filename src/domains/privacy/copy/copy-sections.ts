import type { TableName } from '#platform/personal-data/entry.ts'
import type { copyDocumentText } from './copy-document-text.ts'

export type SectionName = keyof typeof copyDocumentText.sections

/** What belongs together for whoever reads it, in the order of a case. A table that isn't here is printed at the end. */
export const copySections: readonly { name: SectionName; tables: readonly TableName[] }[] = [
  { name: 'person', tables: ['person', 'rectification', 'person_sound'] },
  { name: 'asking', tables: ['need_report', 'application', 'attachment', 'case_step'] },
  { name: 'needs', tables: ['reconnaissance', 'reconnaissance_section', 'recognised_need', 'goal', 'gap'] },
  {
    name: 'plan',
    tables: [
      'plan',
      'plan_line',
      'plan_agreement',
      'plan_decision',
      'monitoring_event',
      'monitoring_line',
      'closing_interview',
      'goal_result',
      'result_description',
      'plan_snapshot',
    ],
  },
  { name: 'letters', tables: ['mail'] },
  { name: 'rights', tables: ['person_restriction', 'person_restriction_version', 'legal_hold', 'erasure'] },
  { name: 'looks', tables: ['emergency_access', 'audit_event'] },
]
