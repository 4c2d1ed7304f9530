import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { formatInstant } from '#platform/i18n.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FilterLayout } from '#ui/filter.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Select } from '#ui/select.tsx'
import { Table } from '#ui/table.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { alertKinds, type Alert } from './alerts.ts'
import { looksText } from './text.ts'

export const alertsPath = '/praca/audyt/ostrzezenia'

interface AlertsPageProps {
  alerts: readonly Alert[]
  /** The numbers of each person's cases. */
  numbers: ReadonlyMap<string, readonly string[]>
  accounts: readonly { id: string; name: string }[]
  values: FormValues
  errors: readonly FieldError[]
}

/** Hints from the audit, the newest first; no name of a resident. */
export const AlertsPage = (props: AlertsPageProps) => {
  const { lang, href } = useFrame()
  const t = looksText[lang].alerts
  return (
    <>
      <ErrorSummary errors={props.errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <FilterLayout action={href(alertsPath)} clearHref={href(alertsPath)} fields={<Filters {...props} />}>
        <h2 class="govuk-heading-m">{t.found(props.alerts.length)}</h2>
        <Alerts {...props} />
      </FilterLayout>
    </>
  )
}

const Filters = ({ accounts, values, errors }: AlertsPageProps) => {
  const t = looksText[useFrame().lang].alerts
  const of = (name: string) => ({ name, value: valueOf(values, name), error: errorFor(errors, name) })
  return (
    <>
      <Select
        {...of('rodzaj')}
        label={t.kind}
        options={[{ value: '', text: t.all }, ...alertKinds.map((value) => ({ value, text: t.kinds[value] }))]}
      />
      <Select
        {...of('kto')}
        label={t.worker}
        options={[{ value: '', text: t.anyone }, ...accounts.map(({ id, name }) => ({ value: id, text: name }))]}
      />
      <TextInput {...of('od')} label={t.from} type="date" />
      <TextInput {...of('do')} label={t.until} type="date" />
    </>
  )
}

const Alerts = ({ alerts, numbers }: AlertsPageProps) => {
  const { lang } = useFrame()
  const t = looksText[lang].alerts
  if (alerts.length === 0) return <EmptyState title={t.none} text={t.noneText} />
  return (
    <Table
      caption={t.title}
      captionHidden
      small
      columns={[t.when, t.what, t.worker, t.case, t.more].map((text) => ({ text }))}
      rows={alerts.map((alert) => [
        formatInstant(lang, alert.at),
        <>
          <strong>{t.kinds[alert.kind]}</strong>
          <br />
          {t.sentences[alert.kind](alert.count)}
        </>,
        alert.worker,
        alert.personId === undefined ? '–' : (numbers.get(alert.personId)?.join(', ') ?? t.noNumber),
        <More alert={alert} />,
      ])}
    />
  )
}

const More = ({ alert }: { alert: Alert }) => {
  const { lang, href } = useFrame()
  const t = looksText[lang].alerts
  const [path, text] =
    alert.personId === undefined
      ? [`/praca/audyt?kto=${alert.accountId}`, t.ofWorker]
      : [`/praca/audyt/sprawa/${alert.personId}`, t.ofPerson]
  return (
    <a class="govuk-link" href={href(path)}>
      {text}
    </a>
  )
}
