import { listDistricts, listTargetGroups, textIn } from '#domains/directory/public.ts'
import type { Lang } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import { applicationsText } from './applications/text.ts'
import { rectificationText } from './applications/rectification-text.ts'
import type { StepSubjectKind } from './case-step.ts'
import { emergencyText } from './emergency/text.ts'
import { gapText } from './gap/text.ts'
import { intakeText } from './intake/text.ts'
import { planText } from './plan/text.ts'
import { reconnaissanceText } from './reconnaissance/text.ts'
import { reportsText } from './reports/text.ts'
import { restrictionText } from './restriction/text.ts'

type Words = Partial<Record<string, string>>

/** What the codes of a column are called on the pages; undefined where the column holds no codes. */
export const caseCodes = (lang: Lang, table: string, column: string): Words | undefined =>
  ofColumn(lang)[`${table}.${column}`] ?? ofName(lang)[column]

/** What a step in a case is called, and the states between which it led. */
export function stepWords(lang: Lang, kind: StepSubjectKind): { events: Words; states: Words } {
  return { report: reportsText, application: applicationsText, plan: planText, gap: gapText }[kind][lang]
}

/** The names of the districts and of the groups of people, by what stands for them in a case. */
export async function listNamesInCases(tx: Tx, lang: Lang): Promise<Words> {
  const districts = (await listDistricts(tx)).map(({ id, name }): [string, string] => [id, name])
  const groups = (await listTargetGroups(tx)).map(({ code, name }): [string, string] => [code, textIn(name, lang).text])
  return Object.fromEntries([...districts, ...groups])
}

/** Columns that are called alike and hold the same codes in each table. */
const ofName = (lang: Lang): Record<string, Words> => ({
  contact_way: intakeText[lang].ways,
  accessibility_needs: intakeText[lang].access,
  language: intakeText[lang].languages,
  regime: planText[lang].regimes,
  per: planText[lang].periods,
  office: planText[lang].offices,
  rule_set: applicationsText[lang].one.ruleSets,
})

const ofColumn = (lang: Lang): Record<string, Words> => ({
  ...ofIntake(lang),
  ...ofPlan(lang),
  ...ofGuards(lang),
})

const ofIntake = (lang: Lang): Record<string, Words> => ({
  'need_report.channel': intakeText[lang].staff.channels,
  'need_report.state': reportsText[lang].states,
  'need_report.outcome': reportsText[lang].outcomes,
  'need_report.reporter': intakeText[lang].reporters,
  'need_report.group_code': intakeText[lang].situations,
  'application.channel': applicationsText[lang].channels,
  'application.state': applicationsText[lang].states,
  'application.applicant_role': applicationsText[lang].roles,
  'reconnaissance.place': reconnaissanceText[lang].places,
  'reconnaissance_section.section': reconnaissanceText[lang].sectionNames,
  'reconnaissance_section.raised': reconnaissanceText[lang].sensitivities,
  'rectification.reason': rectificationText[lang].reasons,
})

const ofPlan = (lang: Lang): Record<string, Words> => {
  const t = planText[lang]
  return {
    'plan.state': t.states,
    'plan.end_reason': t.end.reasons,
    'plan_snapshot.state': t.states,
    'plan_snapshot.form': t.agreement.forms,
    'plan_agreement.form': t.agreement.forms,
    'plan_decision.decision': { approved: t.events.approve, returned: t.events.return },
    'monitoring_event.form': t.monitoring.forms,
    'monitoring_line.status': t.monitoring.statuses,
    'closing_interview.kind': { held: t.interview.held, 'not-held': t.interview.notHeld },
    'closing_interview.why': t.interview.whys,
    'goal_result.result': t.results.results,
    'gap.state': gapText[lang].states,
  }
}

const ofGuards = (lang: Lang): Record<string, Words> => ({
  'person_restriction.reason': restrictionText[lang].reasons,
  'person_restriction_version.reason': restrictionText[lang].reasons,
  'emergency_access.purpose': emergencyText[lang].purposes,
  'emergency_access.judgement': emergencyText[lang].one.tags,
})
