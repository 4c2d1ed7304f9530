import { formatInstant } from '#platform/i18n.ts'
import { useFrame } from '#ui/frame.tsx'
import { IdentityBar } from '#ui/identity-bar.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { PhoneLink } from '#ui/phone-link.tsx'
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx'
import type { AccessNeed } from '../intake/need-report.ts'
import { intakeText } from '../intake/text.ts'
import { formatPhone } from '../phone.ts'
import { reportName } from './report-list-page.tsx'
import type { Report } from './report.ts'
import { reportsText } from './text.ts'

export interface ReportShown {
  report: Report
  /** The masked number. */
  pesel: string | undefined
  district: string | undefined
  takenBy: string | undefined
}

/** Whose report it is: enough to tell them from a namesake. */
export const ReportIdentity = ({ report, pesel }: ReportShown) => {
  const t = reportsText[useFrame().lang]
  const facts = [report.birthYear && t.report.born(report.birthYear), pesel && t.report.pesel(pesel)].filter(Boolean)
  return <IdentityBar title={reportName(report) ?? t.unknownPerson} facts={facts} />
}

/** How to reach the person without doing harm stands before everything else. */
export const SafeContact = ({ report }: { report: Report }) => {
  const { lang } = useFrame()
  const t = reportsText[lang].report
  const way = report.contactWay && intakeText[lang].ways[report.contactWay]
  return (
    <InsetText>
      <strong>{t.safeContact}:</strong> {way}
      {report.phone && (
        <>
          {', '}
          <PhoneLink phone={formatPhone(report.phone)} />
        </>
      )}
      {report.email && `, ${report.email}`}
      {report.contactNote && <p class="govuk-body splot-own-words">{report.contactNote}</p>}
    </InsetText>
  )
}

export const ReportFacts = (shown: ReportShown) => {
  const { lang } = useFrame()
  const { fields } = intakeText[lang]
  const rows = reportRows(shown, lang)
  const own = { key: fields['words']!(false), value: <p class="govuk-body splot-own-words">{shown.report.words}</p> }
  return <SummaryList rows={[own, ...rows]} />
}

function reportRows({ report, district, takenBy }: ReportShown, lang: 'pl' | 'uk' | 'en'): SummaryRow[] {
  const t = intakeText[lang]
  const { report: names } = reportsText[lang]
  const facts: [string, string | null | undefined][] = [
    [names.reporter, reporterOf(report, lang)],
    [t.fields['situation']!(false).replace(/ \(.*/, ''), t.situations[report.situation as keyof typeof t.situations]],
    [t.questions.home.title(false), [district, report.address].filter(Boolean).join(', ')],
    [
      t.questions.extras.title(false),
      report.accessNeeds.map((need) => t.access[need as AccessNeed] ?? need).join(', '),
    ],
    [names.language, t.languages[report.language as keyof typeof t.languages] ?? report.language],
    [names.channel, t.staff.channels[report.channel]],
    [names.takenBy, takenBy],
    [names.received, formatInstant(lang, report.receivedAt)],
    [names.outcome, report.outcome && reportsText[lang].outcomes[report.outcome]],
    [names.clause, report.clauseVersion],
  ]
  return facts.flatMap(([key, value]) => (value ? [{ key, value }] : []))
}

const reporterOf = (report: Report, lang: 'pl' | 'uk' | 'en'): string => {
  if (report.reporter === 'self') return intakeText[lang].reporters.self
  const { reporterName, reporterRelation, reporterPhone } = report
  return [reporterName, reporterRelation, reporterPhone && formatPhone(reporterPhone)].filter(Boolean).join(', ')
}
