import { roleWords } from '#domains/accounts/public.ts'
import { formatWeekday } from '#platform/i18n.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useFrame } from '#ui/frame.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import type { LookGroup } from './looks.ts'
import { partWord, purposeWord } from './part-words.ts'
import { looksText } from './text.ts'

/** Day by day: who in which role, what, what for. Read by the person, on the screen or on paper. */
export const LookList = ({ groups }: { groups: readonly LookGroup[] }) => {
  const { lang } = useFrame()
  const t = looksText[lang]
  if (groups.length === 0) return <EmptyState title={t.none} text={t.noneText} />
  const days = Map.groupBy(groups, ({ day }) => day.toString())
  return (
    <>
      {[...days.values()].map((ofDay) => (
        <>
          <h2 class="govuk-heading-m">{formatWeekday(lang, ofDay[0]!.day)}</h2>
          {ofDay.map((group) => (
            <Group group={group} />
          ))}
        </>
      ))}
    </>
  )
}

const Group = ({ group }: { group: LookGroup }) => {
  const { lang } = useFrame()
  const t = looksText[lang]
  const role = roleWords(lang, group.role)
  const who = group.name === undefined ? role : `${group.name}, ${role}`
  return (
    <>
      <SummaryList
        rows={[
          {
            key: t.who,
            value: group.emergency === undefined ? who : <InEmergency who={who} purpose={group.emergency} />,
          },
          { key: t.parts, value: group.parts.map((part) => partWord(lang, part)).join(', ') },
          { key: t.aim, value: [group.aims.map((aim) => t.aims[aim]).join(', '), t.times(group.times)].join('. ') },
        ]}
      />
    </>
  )
}

/** Beside the person, so that nobody takes it for the look above or below. */
const InEmergency = ({ who, purpose }: { who: string; purpose: string }) => {
  const { lang } = useFrame()
  return (
    <>
      {who}
      <br />
      <Tag kind="overdue">{looksText[lang].emergency(purposeWord(lang, purpose))}</Tag>
    </>
  )
}
