import { formatInstant } from '#platform/i18n.ts'
import type { TableName } from '#platform/personal-data/entry.ts'
import { BackLink } from '#ui/back-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useFrame } from '#ui/frame.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import { tableWord } from './column-text.ts'
import type { ErasureBasis } from './erasure.ts'
import { root } from './subject.ts'
import { privacyText } from './text.ts'

export interface ErasureShown {
  id: string
  subjectId: string
  basis: ErasureBasis
  caseNumbers: readonly string[]
  counts: Partial<Record<TableName, number>>
  contentHash: string
  decidedByName: string
  erasedAt: Temporal.Instant
}

const rowsOf = ({ counts }: ErasureShown): number => Object.values(counts).reduce((sum, count) => sum + count, 0)

export const ErasuresPage = ({ erasures }: { erasures: readonly ErasureShown[] }) => {
  const { lang, href } = useFrame()
  const { erasures: t, erase, title } = privacyText[lang]
  return (
    <>
      <BackLink href={href(root)} text={title} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      {erasures.length === 0 ? (
        <EmptyState title={t.none} text={t.noneText} />
      ) : (
        <Table
          caption={t.title}
          captionHidden
          columns={[
            { text: t.when },
            { text: t.who },
            { text: t.basis },
            { text: t.numbers },
            { text: t.rows, numeric: true },
          ]}
          rows={erasures.map((one) => [
            <a class="govuk-link" href={href(`${root}/usuniecia/${one.id}`)}>
              {formatInstant(lang, one.erasedAt)}
            </a>,
            one.decidedByName,
            erase.bases[one.basis],
            one.caseNumbers.join(', ') || '–',
            rowsOf(one),
          ])}
        />
      )}
    </>
  )
}

/** The proof of one erasure: kinds and numbers, nothing of what it said. */
export const ErasurePage = ({ erasure }: { erasure: ErasureShown }) => {
  const { lang, href } = useFrame()
  const { erasures: t, erase } = privacyText[lang]
  return (
    <>
      <BackLink href={href(`${root}/usuniecia`)} text={t.title} />
      <h1 class="govuk-heading-l">{t.proof}</h1>
      <SummaryList
        rows={[
          { key: t.when, value: formatInstant(lang, erasure.erasedAt) },
          { key: t.who, value: erasure.decidedByName },
          { key: t.basis, value: erase.bases[erasure.basis] },
          { key: t.numbers, value: erasure.caseNumbers.join(', ') || '–' },
          { key: t.subject, value: <code>{erasure.subjectId}</code> },
          { key: t.hash, value: <code class="splot-break">{erasure.contentHash}</code> },
        ]}
      />
      <p class="govuk-body">{t.hashWhy}</p>
      <Table
        caption={t.emptied}
        captionSize="m"
        columns={[{ text: privacyText[lang].subject.set }, { text: t.rows, numeric: true }]}
        rows={Object.entries(erasure.counts).map(([table, rows]) => [tableWord(lang, table as TableName), rows])}
        firstCellIsHeader
      />
    </>
  )
}
