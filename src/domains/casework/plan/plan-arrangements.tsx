import { dayOf, formatDay } from '#platform/i18n.ts'
import { newFormKey } from '#platform/form-keys.ts'
import { errorFor, valueOf } from '#platform/forms.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Select } from '#ui/select.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { applicationsText } from '../applications/text.ts'
import { planPath } from './plan-paths.ts'
import type { PlanPageProps } from './plan-page-props.ts'
import type { PlanView } from './plan-view.ts'
import { PostButton } from './post-button.tsx'
import { planText } from './text.ts'

/** What the person wants to change, and a place for one more wish. */
export const PlanGoals = ({ view, values, errors }: PlanPageProps) => {
  const { lang, href } = useFrame()
  const t = planText[lang].page
  const { plan, can } = view
  return (
    <section aria-labelledby="cele">
      <h2 class="govuk-heading-m" id="cele">
        {t.goals}
      </h2>
      {plan.goals.length === 0 && <p class="govuk-body">{t.noGoals}</p>}
      <ul class="govuk-list govuk-list--bullet">
        {plan.goals.map((goal) => (
          <li>
            {goal.text}
            {can.write && (
              <PostButton action={planPath(plan.id, `/cele/${goal.id}/usuniecie`)} about={goal.text}>
                {t.removeGoal}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
      {can.write && (
        <Form action={href(planPath(plan.id, '/cele'))} formKey={newFormKey()}>
          <Textarea
            name="goal"
            label={t.goalText}
            rows={2}
            value={valueOf(values, 'goal')}
            error={errorFor(errors, 'goal')}
          />
          <Select
            name="goalNeed"
            label={t.goalNeed}
            options={[
              { value: '', text: t.goalNoNeed },
              ...plan.needs.map((need, at) => ({
                value: need.id,
                text: `${at + 1}. ${need.name}`,
                lang: 'pl' as const,
              })),
            ]}
            value={valueOf(values, 'goalNeed')}
            error={errorFor(errors, 'goalNeed')}
          />
          <Button kind="secondary">{t.addGoal}</Button>
        </Form>
      )}
    </section>
  )
}

/** Period, commitments, monitoring days, and the reasons the rules ask for. */
export const PlanHeadFacts = ({ view }: { view: PlanView }) => {
  const { lang, href } = useFrame()
  const t = planText[lang].page
  const { plan, can } = view
  const { startsOn, endsOn } = plan
  const period = startsOn && endsOn ? t.from(formatDay(lang, startsOn), formatDay(lang, endsOn)) : t.notSet
  const rows = [
    { key: t.planPeriod, value: period },
    { key: t.commitments, value: <Lines lines={plan.ownCommitments} /> },
    { key: t.monitoringDays, value: <Lines lines={plan.monitoringDays.map((day) => formatDay(lang, day))} /> },
    { key: t.months, value: t.monthsOf(plan.expectedCoordinationMonths) },
    { key: t.shortReason, value: plan.shortCoordinationReason },
    { key: t.lateReason, value: plan.lateReason },
    { key: t.ruleSet, value: applicationsText[lang].one.ruleSets[plan.ruleSet] ?? plan.ruleSet },
  ]
  return (
    <section aria-labelledby="ustalenia">
      <h2 class="govuk-heading-m" id="ustalenia">
        {t.head}
      </h2>
      <SummaryList rows={rows.filter((row) => row.value !== undefined)} />
      {can.write && (
        <ButtonLink kind="secondary" href={href(planPath(plan.id, '/ustalenia'))}>
          {t.changeHead}
        </ButtonLink>
      )}
    </section>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }) => {
  const t = planText[useFrame().lang].page
  if (lines.length === 0) return <>{t.notSet}</>
  return (
    <ul class="govuk-list">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

/** The person's agreement and the decision, with all decisions before. */
export const PlanAgreement = ({ view }: { view: PlanView }) => {
  const { lang } = useFrame()
  const { page: t, offices, agreement: forms } = planText[lang]
  const { plan, decisions } = view
  const { agreement, approval } = plan
  const returned = decisions.filter((decision) => decision.decision === 'returned')
  return (
    <section aria-labelledby="zgoda">
      <h2 class="govuk-heading-m" id="zgoda">
        {t.agreement}
      </h2>
      {agreement ? (
        <p class="govuk-body">
          {t.agreedBy(agreement.agreedBy, formatDay(lang, agreement.agreedOn))}. {forms.forms[agreement.form]}:{' '}
          {agreement.evidence}
        </p>
      ) : (
        <p class="govuk-body">{t.noAgreement}</p>
      )}
      {approval && (
        <>
          <h2 class="govuk-heading-m">{t.approval}</h2>
          <p class="govuk-body">
            {t.approvedBy(approval.name, formatDay(lang, approval.approvedOn))}, {offices[approval.office]}
          </p>
        </>
      )}
      {returned.map((decision) => (
        <div class="govuk-inset-text">
          <p class="govuk-body">{t.returnedBy(decision.byName, formatDay(lang, dayOf(decision.at)))}</p>
          <p class="govuk-body splot-own-words">{decision.reasons}</p>
        </div>
      ))}
    </section>
  )
}
