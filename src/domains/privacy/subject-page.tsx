import { formatDay, dayOf } from '#platform/i18n.ts'
import { BackLink } from '#ui/back-link.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { useFrame } from '#ui/frame.tsx'
import { NotificationBanner } from '#ui/notification-banner.tsx'
import { Table } from '#ui/table.tsx'
import { tableWord } from './column-text.ts'
import { SubjectFiles } from './subject-files.tsx'
import { CopyForm, EraseForm, HoldForm } from './subject-forms.tsx'
import type { SubjectPageProps } from './subject-view.ts'
import { registerText } from './register-text.ts'
import { root } from './subject.ts'
import { privacyText } from './text.ts'

/** Everything of one person at a glance: what is held, a copy of it, what holds an erasure, and what it would take away. */
export const SubjectPage = (props: SubjectPageProps) => {
  const { lang, href } = useFrame()
  const t = privacyText[lang]
  const { subject, name, erasure, errors } = props
  return (
    <>
      <BackLink href={href(root)} text={t.title} />
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.subject.title[subject.kind](name || t.search.nameless)}</h1>
      {erasure && (
        <NotificationBanner>
          <p class="govuk-body">
            {t.subject.erased(formatDay(lang, dayOf(erasure.erasedAt)))}{' '}
            <a class="govuk-link" href={href(`${root}/usuniecia/${erasure.id}`)}>
              {t.subject.proof}
            </a>
          </p>
        </NotificationBanner>
      )}
      <Held {...props} />
      {subject.kind === 'person' && (
        <p class="govuk-body">
          <a class="govuk-link" href={href(`/praca/audyt/sprawa/${subject.id}`)}>
            {t.subject.journal}
          </a>
        </p>
      )}
      <CopyForm {...props} />
      <SubjectFiles subject={subject} files={props.files} />
      {subject.kind === 'person' && <HoldForm {...props} />}
      {!erasure && <EraseForm {...props} />}
    </>
  )
}

/** The dry run: what is there, and what an erasure would take. */
const Held = ({ tables, wouldGo }: SubjectPageProps) => {
  const { lang } = useFrame()
  const t = privacyText[lang].subject
  const { classes } = registerText[lang]
  const going = new Map(wouldGo.map((one) => [one.table, one]))
  return (
    <Table
      caption={t.holds}
      captionSize="m"
      columns={[
        { text: t.set },
        { text: t.rows, numeric: true },
        { text: t.wouldGo, numeric: true },
        { text: t.classes },
      ]}
      rows={tables.map(({ table, rows }) => {
        const gone = going.get(table)
        return [
          tableWord(lang, table),
          rows.length,
          gone?.rows ?? 0,
          gone?.classes.map((one) => classes[one]).join(', ') ?? t.stays,
        ]
      })}
      firstCellIsHeader
    />
  )
}
