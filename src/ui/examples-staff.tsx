import { Badge } from './badge.tsx'
import { ButtonLink } from './button.tsx'
import { Checkboxes } from './checkboxes.tsx'
import { Deadline } from './deadline.tsx'
import { FilterLayout } from './filter.tsx'
import { IdentityBar } from './identity-bar.tsx'
import { Pagination } from './pagination.tsx'
import { SubNavigation } from './sub-navigation.tsx'
import { Table } from './table.tsx'
import { Tag } from './tag.tsx'
import { TaskList } from './task-list.tsx'
import { Timeline } from './timeline.tsx'

const today = Temporal.PlainDate.from('2026-11-22')
const until = (days: number, since = 30) => (
  <Deadline day={today.add({ days })} today={today} since={today.subtract({ days: since - days })} />
)

const columns = [
  { text: 'Osoba', sort: { href: '?sort=osoba' } },
  { text: 'Co dalej' },
  { text: 'Termin', sort: { href: '?sort=termin', direction: 'ascending' as const } },
  { text: 'Stan' },
  { text: 'Godziny', numeric: true },
]
const rows = [
  ['Wrzos Halina', 'Rozpoznanie w domu', until(-3), <Tag kind="overdue">po terminie</Tag>, '12'],
  ['Dąb Józef', 'Plan do zatwierdzenia', until(4), <Tag kind="waiting">czeka na podpis</Tag>, '4'],
  ['Łąka Irena', 'Pierwsza rozmowa', until(22), <Tag>w toku</Tag>, '8'],
  ['Śnieg Adam', 'Rozmowa końcowa', until(27), <Tag kind="done">zatwierdzony</Tag>, '110'],
  ['Czereśnia Olha', 'Bez działań', '–', <Tag kind="inactive">zamknięty</Tag>, '0'],
]

const QueueExample = () => (
  <FilterLayout
    action="/"
    chosen={[{ text: 'Rubinkowo', href: '?' }]}
    clearHref="?"
    fields={<Checkboxes name="f-stan" label="Stan" small items={states} values={['toku']} />}
  >
    <Table caption="Sprawy według terminu" captionSize="m" columns={columns} rows={rows} firstCellIsHeader />
    <Pagination page={4} pages={9} hrefOf={(page) => `?strona=${page}`} />
  </FilterLayout>
)

const states = [
  { value: 'toku', text: 'W toku' },
  { value: 'czeka', text: 'Czeka na podpis' },
]

const parts = [
  { text: 'Rozpoznanie', href: '?1' },
  { text: 'Plan', href: '?2', current: true },
  { text: 'Historia', href: '?3' },
]
const tasks = [
  { title: 'Sytuacja życiowa', href: '?1', status: 'Gotowe' },
  { title: 'Potrzeby', href: '?2', hint: 'Trzy z listy diagnozy', status: <Tag kind="waiting">zaczęte</Tag> },
  { title: 'Zgoda osoby', status: 'Jeszcze nie' },
]
const events = [
  { title: 'Plan zatwierdzony', at: Temporal.Instant.from('2026-11-20T13:05:00Z'), by: 'Ewa Jarzębina' },
  {
    title: 'Plan zwrócony',
    at: Temporal.Instant.from('2026-11-18T08:12:00Z'),
    by: 'Ewa Jarzębina',
    children: <p class="govuk-body">Brakuje terminu drugiej usługi.</p>,
  },
  { title: 'Wniosek przyjęty', at: Temporal.Instant.from('2026-10-30T10:00:00Z') },
]

/** The patterns of the workplace. */
export const StaffExamples = () => (
  <>
    <IdentityBar title="Halina Wrzos" facts={['ur. 1948', 'Rubinkowo', <Badge>telefon</Badge>]}>
      <ButtonLink href="/" kind="secondary">
        Drukuj plan
      </ButtonLink>
    </IdentityBar>
    <SubNavigation label="Części sprawy" items={parts} />
    <QueueExample />
    <h2 class="govuk-heading-m">Zadania</h2>
    <TaskList items={tasks} />
    <h2 class="govuk-heading-m">Historia</h2>
    <Timeline items={events} headingLevel={3} />
    <div class="splot-gap">
      <h2 class="govuk-heading-s">Potrzeba 3 nie ma jeszcze odpowiedzi</h2>
      <ButtonLink href="/" kind="secondary">
        Zgłoś lukę
      </ButtonLink>
    </div>
  </>
)
