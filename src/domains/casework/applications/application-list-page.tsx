import { valueOf, type FormValues } from '#platform/forms.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Deadline } from '#ui/deadline.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterLayout } from '#ui/filter.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Radios } from '#ui/radios.tsx'
import { Select } from '#ui/select.tsx'
import { Table } from '#ui/table.tsx'
import { Tag, type TagKind } from '#ui/tag.tsx'
import { TextInput } from '#ui/text-input.tsx'
import type { ApplicationState } from '../application-states.ts'
import { personName } from '../person-name.ts'
import type { StaffMember } from '#domains/accounts/public.ts'
import { isOpen } from './application.ts'
import type { Application } from './application.ts'
import { applicationsText } from './text.ts'

export interface ApplicationListPageProps {
  applications: readonly Application[]
  /** Names of the coordinators in the list. */
  staff: ReadonlyMap<string, StaffMember>
  /** For the filter of those who see everyone's cases; undefined for a coordinator. */
  coordinators: readonly { id: string; name: string }[] | undefined
  urgent: { overdue: number; dueSoon: number; unassigned: number }
  query: FormValues
  /** What was searched for. */
  words: string
  page: number
  pages: number
  today: Temporal.PlainDate
  mayRegister: boolean
}

/** Dense but quiet: the next deadline first, and above all one sentence on what needs me today. */
export const ApplicationListPage = (props: ApplicationListPageProps) => {
  const { lang, href } = useFrame()
  const t = applicationsText[lang].list
  return (
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body-l">{todayIn(t, props.urgent)}</p>
      {props.mayRegister && (
        <ButtonLink href={href('/praca/wnioski/nowy')} kind="secondary">
          {t.register}
        </ButtonLink>
      )}
      <FilterLayout action={href('/praca/wnioski')} method="post" fields={<Filter {...props} />}>
        {props.applications.length === 0 ? <EmptyState title={t.empty} text={t.emptyWhy} /> : <Rows {...props} />}
        <Pagination page={props.page} pages={props.pages} hrefOf={(page) => href(listPath(props.query, page))} />
      </FilterLayout>
    </>
  )
}

/** "2 plany są po terminie, 1 ma termin w ciągu 7 dni." */
function todayIn(t: ListText, { overdue, dueSoon, unassigned }: ApplicationListPageProps['urgent']): string {
  const parts = [
    overdue > 0 && t.overdue(overdue),
    dueSoon > 0 && t.dueSoon(dueSoon),
    unassigned > 0 && t.unassigned(unassigned),
  ].filter((part) => part !== false)
  return parts.length === 0 ? t.allCalm : `${parts.join(', ')}.`
}
type ListText = (typeof applicationsText)['pl']['list']

/** What the address of a list carries; the words that were searched for stand in it sealed. */
const filterFields = ['stan', 'koordynator', 'szukane'] as const

export function listPath(query: FormValues, page = 1): string {
  const kept = filterFields.map((name) => [name, valueOf(query, name)]).filter(([, value]) => value !== '')
  const at = page > 1 ? [['strona', String(page)]] : []
  const search = new URLSearchParams([...kept, ...at] as [string, string][]).toString()
  return search === '' ? '/praca/wnioski' : `/praca/wnioski?${search}`
}

const Filter = ({ query, words, coordinators }: ApplicationListPageProps) => {
  const t = applicationsText[useFrame().lang].list
  return (
    <>
      <TextInput name="szukaj" label={t.words} value={words} />
      <Radios
        name="stan"
        label={t.filterState}
        small
        value={valueOf(query, 'stan') || 'open'}
        items={Object.entries(t.filters).map(([value, text]) => ({ value, text }))}
      />
      {coordinators && (
        <Select
          name="koordynator"
          label={t.filterCoordinator}
          value={valueOf(query, 'koordynator')}
          options={[{ value: '', text: t.anyone }, ...coordinators.map(({ id, name }) => ({ value: id, text: name }))]}
        />
      )}
    </>
  )
}

const Rows = ({ applications, staff, today }: ApplicationListPageProps) => {
  const { lang, href } = useFrame()
  const { list: t, next } = applicationsText[lang]
  const { columns } = t
  return (
    <Table
      caption={t.caption}
      captionHidden
      columns={[columns.person, columns.state, columns.next, columns.left, columns.coordinator].map((text) => ({
        text,
      }))}
      rows={applications.map((application) => [
        <a class="govuk-link" href={href(`/praca/wnioski/${application.id}`)}>
          {personName(lang, application)}
          <br />
          {application.number}
        </a>,
        <ApplicationStateTag state={application.state} />,
        next[application.state],
        isOpen(application.state) && (
          <Deadline day={application.planDueOn} today={today} since={application.receivedOn} soonWithin={10} />
        ),
        (application.coordinatorId && staff.get(application.coordinatorId)?.name) ?? t.nobody,
      ])}
    />
  )
}

const tagKinds: Partial<Record<ApplicationState, TagKind>> = {
  received: 'waiting',
  incomplete: 'waiting',
  waitlisted: 'waiting',
  'card-offered': 'done',
}

export const ApplicationStateTag = ({ state }: { state: ApplicationState }) => (
  <Tag kind={isOpen(state) ? (tagKinds[state] ?? 'current') : 'inactive'}>
    {applicationsText[useFrame().lang].states[state]}
  </Tag>
)
