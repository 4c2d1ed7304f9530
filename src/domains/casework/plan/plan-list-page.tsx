import { formatDay } from '#platform/i18n.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Deadline } from '#ui/deadline.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterLayout } from '#ui/filter.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Select } from '#ui/select.tsx'
import { Table } from '#ui/table.tsx'
import { planClock } from '../clock.ts'
import { personName } from '../person-name.ts'
import { planStates, type PlanState } from '../plan-state.ts'
import { planPath, plansPath } from './plan-paths.ts'
import type { ListedPlan } from './plan-record.ts'
import { rulesOf } from './plan-steps.ts'
import { PlanStateTag } from './plan-summary.tsx'
import { planText } from './text.ts'

interface PlanListPageProps {
  plans: readonly ListedPlan[]
  chosen: PlanState | undefined
  today: Temporal.PlainDate
}

export const PlanListPage = ({ plans, chosen, today }: PlanListPageProps) => {
  const { lang, href } = useFrame()
  const t = planText[lang]
  const state = (
    <Select
      name="stan"
      label={t.list.states}
      options={[
        { value: '', text: t.list.allStates },
        ...planStates.map((value) => ({ value, text: t.states[value] })),
      ]}
      value={chosen ?? ''}
    />
  )
  return (
    <>
      <h1 class="govuk-heading-l">{t.list.title}</h1>
      <FilterLayout
        action={href(plansPath)}
        fields={state}
        chosen={chosen ? [{ text: t.states[chosen], href: href(plansPath) }] : []}
        clearHref={href(plansPath)}
      >
        {plans.length === 0 ? (
          <EmptyState title={t.list.emptyTitle} text={t.list.empty}>
            <ButtonLink href={href('/praca/wnioski')}>{t.list.toApplications}</ButtonLink>
          </EmptyState>
        ) : (
          <>
            <p class="govuk-body">{t.list.count(plans.length)}</p>
            <PlanTable plans={plans} today={today} />
          </>
        )}
      </FilterLayout>
    </>
  )
}

const PlanTable = ({ plans, today }: Pick<PlanListPageProps, 'plans' | 'today'>) => {
  const { lang, href } = useFrame()
  const t = planText[lang]
  const { person, number, state, clock, period } = t.list
  return (
    <Table
      caption={t.list.caption}
      captionHidden
      columns={[person, number, state, clock, period].map((text) => ({ text }))}
      firstCellIsHeader
      rows={plans.map((plan) => [
        <a class="govuk-link" href={href(planPath(plan.id))}>
          {personName(lang, plan)}
        </a>,
        plan.revision > 1 ? `${plan.number} (${t.page.version(plan.revision)})` : plan.number,
        <PlanStateTag state={plan.state} />,
        <Clock plan={plan} today={today} />,
        plan.startsOn && plan.endsOn
          ? t.page.from(formatDay(lang, plan.startsOn), formatDay(lang, plan.endsOn))
          : t.page.notSet,
      ])}
    />
  )
}

/** The deadline matters until the plan is approved. */
const Clock = ({ plan, today }: { plan: ListedPlan; today: Temporal.PlainDate }) => {
  if (plan.approvedOn || plan.state === 'abandoned') return <>–</>
  const clock = planClock(plan.receivedOn, today, rulesOf(plan))
  return <Deadline day={clock.deadlineOn} today={today} since={clock.receivedOn} soonWithin={10} />
}
