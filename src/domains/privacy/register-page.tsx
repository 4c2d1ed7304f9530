import type { Activity } from '#platform/personal-data/entry.ts'
import { personalColumns, registered } from '#platform/personal-data/register.ts'
import { BackLink } from '#ui/back-link.tsx'
import { useFrame } from '#ui/frame.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import { columnWord, tableWord } from './column-text.ts'
import { registerText } from './register-text.ts'
import { root } from './subject.ts'

const shown: readonly Activity[] = ['intake', 'casework', 'rights', 'staff', 'security', 'correspondence', 'directory']

/** The register of processing, drawn from the register that stands beside the schema. */
export const RegisterPage = () => {
  const { lang, href } = useFrame()
  const t = registerText[lang]
  return (
    <>
      <BackLink href={href(root)} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <InsetText>{t.draftNote}</InsetText>
      {shown.map((activity) => (
        <ActivitySection activity={activity} />
      ))}
    </>
  )
}

const ActivitySection = ({ activity }: { activity: Activity }) => {
  const { lang } = useFrame()
  const t = registerText[lang]
  const words = t.activities[activity]
  const tables = registered().filter(([, entry]) => entry.activity === activity && entry.personal)
  return (
    <section aria-labelledby={activity}>
      <h2 class="govuk-heading-m" id={activity}>
        {words.name}
      </h2>
      <SummaryList
        rows={[
          { key: t.purpose, value: words.purpose },
          { key: t.basis, value: words.basis },
          { key: t.kept, value: words.kept },
        ]}
      />
      <Table
        caption={words.name}
        captionHidden
        small
        columns={[{ text: t.table }, { text: t.columns }]}
        rows={tables.map(([table]) => [tableWord(lang, table), <Columns table={table} />])}
        firstCellIsHeader
      />
    </section>
  )
}

const Columns = ({ table }: { table: ReturnType<typeof registered>[number][0] }) => {
  const { lang } = useFrame()
  const t = registerText[lang]
  const [, entry] = registered().find(([name]) => name === table)!
  const sealed = (entry.sealed ?? {}) as Record<string, string>
  const byClass = Map.groupBy(personalColumns(entry), ({ dataClass }) => dataClass)
  return (
    <ul class="govuk-list">
      {[...byClass].map(([dataClass, columns]) => (
        <li>
          <strong>{t.classes[dataClass]}:</strong>{' '}
          {columns
            .filter(({ column }) => dataClass !== 'pseudonymous' || !/_ids?$/.test(column))
            .map(({ column }) => columnWord(lang, column) + (sealed[column] ? ` (${t.sealedMark})` : ''))
            .join(', ')}
        </li>
      ))}
    </ul>
  )
}
