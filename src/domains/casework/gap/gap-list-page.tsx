import { dayOf, formatDay } from '#platform/i18n.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterLayout } from '#ui/filter.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Select } from '#ui/select.tsx'
import { Table } from '#ui/table.tsx'
import { Tag, type TagKind } from '#ui/tag.tsx'
import { gapStates, type GapState } from '../gap-states.ts'
import type { District } from '#domains/directory/public.ts'
import type { Group } from '../plan/offers.ts'
import { Polish } from '#ui/polish.tsx'
import { countGaps, type Gap } from './gap.ts'
import { gapText } from './text.ts'

export const gapsPath = '/praca/luki'

interface GapListPageProps {
  gaps: readonly Gap[]
  groups: readonly Group[]
  districts: readonly District[]
  chosen: { group: string; district: string; state: string }
}

const kinds: Record<GapState, TagKind> = {
  registered: 'overdue',
  'being-initiated': 'waiting',
  'service-found': 'done',
  dropped: 'inactive',
}

export const GapStateTag = ({ state }: { state: GapState }) => (
  <Tag kind={kinds[state]}>{gapText[useFrame().lang].states[state]}</Tag>
)

/** What the town lacks: counted by need, group and district, then one by one. */
export const GapListPage = (props: GapListPageProps) => {
  const { lang, href } = useFrame()
  const t = gapText[lang]
  const { gaps } = props
  return (
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <FilterLayout action={href(gapsPath)} fields={<FilterFields {...props} />} clearHref={href(gapsPath)}>
        {gaps.length === 0 ? (
          <EmptyState title={t.emptyTitle} text={t.empty} />
        ) : (
          <>
            <p class="govuk-body">{t.count(gaps.length)}</p>
            <Counts {...props} />
            <SingleGaps {...props} />
          </>
        )}
      </FilterLayout>
    </>
  )
}

const FilterFields = ({ groups, districts, chosen }: GapListPageProps) => {
  const t = gapText[useFrame().lang]
  const all = { value: '', text: t.all }
  const states = [{ value: 'otwarte', text: t.open }, ...gapStates.map((value) => ({ value, text: t.states[value] }))]
  return (
    <>
      <Select
        name="grupa"
        label={t.group}
        options={[all, ...groups.map((group) => ({ value: group.code, text: group.name }))]}
        value={chosen.group}
      />
      <Select
        name="dzielnica"
        label={t.district}
        options={[all, ...districts.map((district) => ({ value: district.id, text: district.name }))]}
        value={chosen.district}
      />
      <Select name="stan" label={t.state} options={[all, ...states]} value={chosen.state} />
    </>
  )
}

const namesOf = (props: GapListPageProps, unknown: string) => {
  const groups = new Map(props.groups.map((group) => [group.code, group.name]))
  const districts = new Map(props.districts.map((district) => [district.id, district.name]))
  return {
    group: (code: string) => groups.get(code) ?? code,
    district: (id: string | null) => (id === null ? unknown : (districts.get(id) ?? unknown)),
  }
}

/** The need as it was written, in Polish; of one whose words aren't shown, a sentence. */
export const NeedName = ({ name }: { name: string }) => {
  const t = gapText[useFrame().lang]
  return name === '' ? <>{t.veiledNeed}</> : <Polish>{name}</Polish>
}

const Counts = (props: GapListPageProps) => {
  const t = gapText[useFrame().lang]
  const names = namesOf(props, t.noDistrict)
  return (
    <Table
      caption={t.summary}
      captionSize="m"
      columns={[
        { text: t.need },
        { text: t.group },
        { text: t.district },
        { text: t.howMany, numeric: true },
        { text: t.state },
      ]}
      firstCellIsHeader
      rows={countGaps(props.gaps).map((row) => [
        <NeedName name={row.needName} />,
        names.group(row.groupCode),
        names.district(row.districtId),
        row.count,
        <GapStateTag state={row.state} />,
      ])}
    />
  )
}

const SingleGaps = (props: GapListPageProps) => {
  const { lang, href } = useFrame()
  const t = gapText[lang]
  return (
    <Table
      caption={t.single}
      captionSize="m"
      columns={[t.need, t.registered, t.state, t.owner, t.next].map((text) => ({ text }))}
      firstCellIsHeader
      rows={props.gaps.map((gap) => [
        <a class="govuk-link" href={href(`${gapsPath}/${gap.id}`)}>
          <NeedName name={gap.needName} />
        </a>,
        formatDay(lang, dayOf(gap.registeredAt)),
        <GapStateTag state={gap.state} />,
        gap.ownerName ?? t.nobody,
        gap.nextOn ? formatDay(lang, gap.nextOn) : '–',
      ])}
    />
  )
}
