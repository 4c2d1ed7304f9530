import { formatInstant } from '#platform/i18n.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { emergenciesPath } from './emergency-paths.ts'
import type { EmergencyAccess, Judgement } from './emergency.ts'
import { emergencyText } from './text.ts'

interface EmergencyListProps {
  accesses: readonly EmergencyAccess[]
  /** How many nobody has judged yet. */
  waiting: number
  page: number
  pages: number
}

export const EmergencyListPage = ({ accesses, waiting, page, pages }: EmergencyListProps) => {
  const { lang, href } = useFrame()
  const { list: t, purposes } = emergencyText[lang]
  return (
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      {accesses.length === 0 ? (
        <EmptyState title={t.empty} text={t.emptyText} />
      ) : (
        <Table
          caption={t.waiting(waiting)}
          columns={[t.when, t.who, t.case, t.purpose, t.state].map((text) => ({ text }))}
          rows={accesses.map((access) => [
            <a class="govuk-link" href={href(`${emergenciesPath}/${access.id}`)}>
              {formatInstant(lang, access.openedAt)}
            </a>,
            access.worker,
            access.number,
            purposes[access.purpose],
            <JudgementTag judgement={access.judgement} />,
          ])}
        />
      )}
      <Pagination page={page} pages={pages} hrefOf={(shown) => href(`${emergenciesPath}?strona=${shown}`)} />
    </>
  )
}

export const JudgementTag = ({ judgement }: { judgement: Judgement | null }) => {
  const { list, one } = emergencyText[useFrame().lang]
  if (judgement === null) return <Tag kind="waiting">{list.waitingTag}</Tag>
  return <Tag kind={judgement === 'justified' ? 'done' : 'overdue'}>{one.tags[judgement]}</Tag>
}
