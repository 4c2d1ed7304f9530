import { formatDay } from '#platform/i18n.ts'
import { Badge } from '#ui/badge.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Polish } from '#ui/polish.tsx'
import { SampleMark } from '#ui/sample-mark.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { doseText } from '../dose-text.ts'
import { ruleText } from '../refusal-text.ts'
import { planPath } from './plan-paths.ts'
import type { LineRecord } from './plan-record.ts'
import type { PlanView } from './plan-view.ts'
import { PostButton } from './post-button.tsx'
import { planText } from './text.ts'

/** The right half: the lines in their order, each saying which need it answers. */
export const PlanLines = ({ view }: { view: PlanView }) => {
  const { lang, href } = useFrame()
  const t = planText[lang].page
  const { plan, can } = view
  return (
    <section aria-labelledby="uslugi">
      <h2 class="govuk-heading-m" id="uslugi">
        {t.lines}
      </h2>
      {plan.lines.length === 0 && <p class="govuk-body">{t.noLines}</p>}
      <ol class="govuk-list splot-plan-list">
        {plan.lines.map((line, at) => (
          <Line line={line} number={at + 1} view={view} />
        ))}
      </ol>
      {can.write && <ButtonLink href={href(planPath(plan.id, '/uslugi/nowa'))}>{t.addLine}</ButtonLink>}
    </section>
  )
}

interface LineProps {
  line: LineRecord
  number: number
  view: PlanView
}

const Line = ({ line, number, view }: LineProps) => {
  const { lang } = useFrame()
  const t = planText[lang]
  const need = view.plan.needs.findIndex((other) => other.id === line.needId)
  const rows = [
    { key: t.page.provider, value: line.providerName && <Polish>{line.providerName}</Polish> },
    { key: t.page.dose, value: doseText(lang, line.dose) },
    { key: t.page.period, value: t.page.from(formatDay(lang, line.startsOn), formatDay(lang, line.endsOn)) },
    { key: t.page.regime, value: regimeText(t, line) },
  ]
  return (
    <li id={`usluga-${line.id}`} class="splot-plan-item">
      <h3 class="govuk-heading-s">
        {number}. <Polish>{line.serviceName}</Polish> {line.external && <Badge>{t.page.external}</Badge>}{' '}
        {line.sample && <SampleMark />}
      </h3>
      {need !== -1 && (
        <p class="govuk-body">
          {t.page.answersNeed}{' '}
          <a class="govuk-link" href={`#potrzeba-${line.needId}`}>
            {t.page.needLabel(need + 1)}
          </a>
        </p>
      )}
      <LineNotices line={line} view={view} />
      <SummaryList rows={rows.filter((row) => row.value !== '')} noBorder />
      {view.can.write && <LineButtons line={line} number={number} view={view} />}
    </li>
  )
}

const regimeText = (t: (typeof planText)['pl'], line: LineRecord): string =>
  [t.regimes[line.regime], line.decisionNumber && t.page.decision(line.decisionNumber)].filter(Boolean).join(', ')

/** What the rules say of this very line, where it arises. */
const LineNotices = ({ line, view }: { line: LineRecord; view: PlanView }) => {
  const texts = ruleText[useFrame().lang]
  const faults = view.faults.filter((fault) => fault.lineId === line.id).map((fault) => texts.refusals[fault.refusal])
  const warnings = view.warnings.filter((one) => one.lineId === line.id).map((one) => texts.warnings[one.kind])
  return (
    <>
      {faults.map((text) => (
        <p class="govuk-error-message">{text}</p>
      ))}
      {warnings.map((text) => (
        <p class="govuk-hint">{text}</p>
      ))}
    </>
  )
}

const LineButtons = ({ line, number, view }: LineProps) => {
  const { lang, href } = useFrame()
  const t = planText[lang].page
  const at = planPath(view.plan.id, `/uslugi/${line.id}`)
  const about = `${number}. ${line.serviceName}`
  return (
    <div class="govuk-button-group">
      <ButtonLink kind="secondary" href={href(at)}>
        {t.editLine}
        <span class="govuk-visually-hidden">
          {' '}
          <Polish>{about}</Polish>
        </span>
      </ButtonLink>
      {number > 1 && (
        <PostButton action={`${at}/miejsce`} hidden={{ kierunek: 'wyzej' }} about={about}>
          {t.moveUp}
        </PostButton>
      )}
      {number < view.plan.lines.length && (
        <PostButton action={`${at}/miejsce`} hidden={{ kierunek: 'nizej' }} about={about}>
          {t.moveDown}
        </PostButton>
      )}
      <PostButton action={`${at}/usuniecie`} hidden={{ version: line.version }} kind="warning" about={about}>
        {t.removeLine}
      </PostButton>
    </div>
  )
}
