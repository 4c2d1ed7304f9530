import { valueOf } from '#platform/forms.ts'
import { formatInstant } from '#platform/i18n.ts'
import { BackLink } from '#ui/back-link.tsx'
import { ButtonGroup, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FilterLayout } from '#ui/filter.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Panel } from '#ui/panel.tsx'
import { Select } from '#ui/select.tsx'
import { Table } from '#ui/table.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { detailLines } from './audit-detail.ts'
import type { AuditRow } from './audit-row.ts'
import { auditText } from './audit-text.ts'
import { roleWords } from './audit-words.ts'
import { field, type Typed } from './days-fields.tsx'
import type { ChainCheck } from './verify-audit.ts'

export interface AuditShown {
  rows: readonly AuditRow[]
  total: number
  pageNumber: number
  pages: number
  /** The word for the code of an event, purpose, state or section in the page's language. */
  wordOf: (code: string) => string | undefined
}

interface AuditPageProps extends AuditShown {
  typed: Typed
  events: readonly string[]
  people: readonly { id: string; name: string }[]
}

export const AuditPage = (props: AuditPageProps) => {
  const { lang, href } = useFrame()
  const t = auditText[lang]
  const { typed, total } = props
  return (
    <>
      <ErrorSummary errors={typed.errors ?? []} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <ButtonGroup>
        <ButtonLink href={href('/praca/audyt/ostrzezenia')} kind="secondary">
          {t.alerts}
        </ButtonLink>
        <ButtonLink href={href('/praca/audyt/lancuch')} kind="secondary">
          {t.check}
        </ButtonLink>
      </ButtonGroup>
      <FilterLayout action={href('/praca/audyt')} clearHref={href('/praca/audyt')} fields={<Filters {...props} />}>
        <h2 class="govuk-heading-m">{t.found(total)}</h2>
        <AuditTable {...props} />
        <AuditPages {...props} />
      </FilterLayout>
    </>
  )
}

const Filters = ({ typed, events, people, wordOf }: AuditPageProps) => {
  const t = auditText[useFrame().lang]
  return (
    <>
      <TextInput {...field('osoba', typed)} label={t.person} spellcheck={false} />
      <Select
        {...field('zdarzenie', typed)}
        label={t.event}
        options={[{ value: '', text: t.all }, ...events.map((value) => ({ value, text: wordOf(value) ?? value }))]}
      />
      <Select
        {...field('kto', typed)}
        label={t.actor}
        options={[{ value: '', text: t.anyone }, ...people.map(({ id, name }) => ({ value: id, text: name }))]}
      />
      <TextInput {...field('dzien', typed)} label={t.day} type="date" />
    </>
  )
}

/** Of one person the table doesn't say again whose events they are. */
const AuditTable = ({ rows, wordOf, ofOne = false }: AuditShown & { ofOne?: boolean }) => {
  const { lang } = useFrame()
  const t = auditText[lang]
  if (rows.length === 0) return <EmptyState title={t.empty} text={t.emptyText} />
  const columns = [t.number, t.when, t.what, t.actor, ...(ofOne ? [] : [t.whose]), t.why]
  return (
    <Table
      caption={t.title}
      captionHidden
      small
      columns={columns.map((text, at) => ({ text, numeric: at === 0 }))}
      rows={rows.map((row) => [
        row.seq,
        formatInstant(lang, row.occurredAt),
        <What row={row} wordOf={wordOf} />,
        <Who row={row} />,
        ...(ofOne ? [] : [<Whose row={row} />]),
        row.purpose === null ? '' : (wordOf(`purpose.${row.purpose}`) ?? row.purpose),
      ])}
    />
  )
}

const What = ({ row, wordOf }: { row: AuditRow; wordOf: AuditShown['wordOf'] }) => (
  <>
    {wordOf(row.event) ?? row.event}
    {row.section && ` (${wordOf(`section.${row.section}`) ?? row.section})`}
    {detailLines(useFrame().lang, row, wordOf).map(({ what, value }) => (
      <>
        <br />
        <span class="splot-muted">
          {what}: {value}
        </span>
      </>
    ))}
  </>
)

const Who = ({ row }: { row: AuditRow }) => {
  const { lang } = useFrame()
  const t = auditText[lang]
  return (
    <>
      {row.actorName ?? t.actors[row.actorKind]}
      {row.actorKind === 'staff' && row.actorRole && (
        <>
          <br />
          <span class="splot-muted">
            {t.role} {roleWords(lang, row.actorRole)}
          </span>
        </>
      )}
    </>
  )
}

const Whose = ({ row }: { row: AuditRow }) => {
  const { lang, href } = useFrame()
  if (!row.personId) return null
  return (
    <a class="govuk-link" href={href(`/praca/audyt/sprawa/${row.personId}`)}>
      {auditText[lang].showPerson}
    </a>
  )
}

const AuditPages = ({ pageNumber, pages, typed }: AuditShown & { typed?: Typed }) => {
  const { href, path } = useFrame()
  const hrefOf = (shown: number) => {
    const query = new URLSearchParams(
      ['osoba', 'zdarzenie', 'kto', 'dzien'].flatMap((name) => {
        const value = valueOf(typed?.values, name)
        return value ? [[name, value]] : []
      }),
    )
    query.set('strona', String(shown))
    return href(`${path.split('?')[0]}?${query}`)
  }
  return <Pagination page={pageNumber} pages={pages} hrefOf={hrefOf} />
}

export const PersonAuditPage = (props: AuditShown & { personId: string }) => {
  const { lang, href } = useFrame()
  const t = auditText[lang]
  return (
    <>
      <BackLink href={href('/praca/audyt')} text={t.back} />
      <h1 class="govuk-heading-l">{t.ofPerson}</h1>
      <p class="govuk-body">{t.found(props.total)}</p>
      <ButtonGroup>
        <ButtonLink href={href(`/praca/audyt/sprawa/${props.personId}/kto-zagladal`)} kind="secondary">
          {t.looks}
        </ButtonLink>
        <ButtonLink href={href(`/praca/osoby-chronione/${props.personId}`)} kind="secondary">
          {t.restriction}
        </ButtonLink>
      </ButtonGroup>
      <AuditTable {...props} ofOne />
      <AuditPages {...props} />
    </>
  )
}

export const ChainPage = ({ check }: { check: ChainCheck }) => {
  const { lang, href } = useFrame()
  const t = auditText[lang]
  return (
    <>
      <BackLink href={href('/praca/audyt')} text={t.back} />
      {check.whole ? (
        <>
          <Panel title={t.whole} />
          <p class="govuk-body">{t.wholeText(check.links)}</p>
          <h2 class="govuk-heading-m">{t.fingerprint}</h2>
          <p class="govuk-body">
            <code>{check.fingerprint}</code>
          </p>
          <p class="govuk-body">{t.fingerprintWhy}</p>
        </>
      ) : (
        <>
          <h1 class="govuk-heading-l">{t.broken(check.brokenAt)}</h1>
          <WarningText>{t.brokenText}</WarningText>
        </>
      )}
    </>
  )
}
