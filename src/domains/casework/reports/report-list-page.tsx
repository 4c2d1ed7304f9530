import { daysAgo, dayOf, daysUntil, formatInstant } from '#platform/i18n.ts'
import { ButtonGroup, ButtonLink } from '#ui/button.tsx'
import { Deadline } from '#ui/deadline.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterLayout } from '#ui/filter.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Radios } from '#ui/radios.tsx'
import { Table } from '#ui/table.tsx'
import { Tag, type TagKind } from '#ui/tag.tsx'
import type { NeedReportState } from '../need-report-states.ts'
import { intakeText } from '../intake/text.ts'
import { answerDueOn } from './report-clock.ts'
import type { Report } from './report.ts'
import { reportsText } from './text.ts'

export type ReportListFilter = 'open' | NeedReportState

interface ReportListPageProps {
  reports: readonly Report[]
  filter: ReportListFilter
  page: number
  pages: number
  newCount: number
  oldestAt: Temporal.Instant | undefined
  now: Temporal.Instant
  mayTake: boolean
}

/** New reports, the oldest first; above them one sentence on what needs somebody today. */
export const ReportListPage = (props: ReportListPageProps) => {
  const { lang, href } = useFrame()
  const t = reportsText[lang]
  const list = (page: number) => href(`/praca/zgloszenia?stan=${props.filter}&strona=${page}`)
  return (
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <Today {...props} />
      {props.mayTake && (
        <ButtonGroup>
          <ButtonLink href={href('/praca/zgloszenia/nowe?kanal=phone')}>{t.takeOf.phone}</ButtonLink>
          <ButtonLink href={href('/praca/zgloszenia/nowe?kanal=desk')} kind="secondary">
            {t.takeOf.desk}
          </ButtonLink>
        </ButtonGroup>
      )}
      <FilterLayout action={href('/praca/zgloszenia')} fields={<StateFilter filter={props.filter} />}>
        {props.reports.length === 0 ? (
          <EmptyState title={t.empty} text={t.emptyWhy} />
        ) : (
          <Rows reports={props.reports} now={props.now} />
        )}
        <Pagination page={props.page} pages={props.pages} hrefOf={list} />
      </FilterLayout>
    </>
  )
}

const Today = ({ newCount, oldestAt, now }: ReportListPageProps) => {
  const { lang } = useFrame()
  const t = reportsText[lang]
  const age = oldestAt && daysAgo(lang, daysUntil(dayOf(oldestAt), dayOf(now)))
  return <p class="govuk-body-l">{age === undefined ? t.todayNone : t.today(newCount, age)}</p>
}

const StateFilter = ({ filter }: { filter: ReportListFilter }) => {
  const t = reportsText[useFrame().lang]
  return (
    <Radios
      name="stan"
      label={t.filterState}
      small
      value={filter}
      items={Object.entries(t.filters).map(([value, text]) => ({ value, text }))}
    />
  )
}

const Rows = ({ reports, now }: { reports: readonly Report[]; now: Temporal.Instant }) => {
  const { lang, href } = useFrame()
  const t = reportsText[lang]
  const { situations, staff } = intakeText[lang]
  const { columns } = t
  return (
    <Table
      caption={t.title}
      captionHidden
      columns={[columns.person, columns.about, columns.channel, columns.received, columns.state].map((text) => ({
        text,
      }))}
      rows={reports.map((report) => [
        <a class="govuk-link" href={href(`/praca/zgloszenia/${report.id}`)}>
          {reportName(report) ?? t.unknownPerson}
        </a>,
        situations[report.situation as keyof typeof situations] ?? t.unknownAbout,
        staff.channels[report.channel],
        <>
          {formatInstant(lang, report.receivedAt)}
          {report.state === 'new' && <AnswerBy receivedAt={report.receivedAt} now={now} />}
        </>,
        <StateTag state={report.state} />,
      ])}
    />
  )
}

const AnswerBy = ({ receivedAt, now }: { receivedAt: Temporal.Instant; now: Temporal.Instant }) => {
  const since = dayOf(receivedAt)
  return (
    <>
      <br />
      <Deadline day={answerDueOn(since)} today={dayOf(now)} since={since} soonWithin={1} />
    </>
  )
}

const tagKinds: Record<NeedReportState, TagKind> = {
  new: 'waiting',
  contacted: 'current',
  registered: 'done',
  closed: 'inactive',
}

export const StateTag = ({ state }: { state: NeedReportState }) => (
  <Tag kind={tagKinds[state]}>{reportsText[useFrame().lang].states[state]}</Tag>
)

/** The name as far as it is known. */
export const reportName = ({ givenName, familyName }: Pick<Report, 'givenName' | 'familyName'>): string | undefined =>
  [givenName, familyName].filter(Boolean).join(' ') || undefined
