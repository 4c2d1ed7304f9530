import { ErrorSummary } from '#ui/error-summary.tsx'
import { useFrame } from '#ui/frame.tsx'
import { CaseParts } from '../applications/application-page.tsx'
import { PlanActions } from './plan-actions.tsx'
import { PlanAgreement, PlanGoals, PlanHeadFacts } from './plan-arrangements.tsx'
import { PlanClosing, PlanHistory, PlanMonitoring } from './plan-course.tsx'
import { PlanLines } from './plan-lines.tsx'
import { PlanNeeds } from './plan-needs.tsx'
import { PlanClockLine, PlanIdentity, PlanNotices, PlanStateTag } from './plan-summary.tsx'
import type { PlanPageProps } from './plan-page-props.ts'
import { planText } from './text.ts'

/** The plan: the clock and the state in the head, needs beside the lines that answer them, history at the foot. */
export const PlanPage = (props: PlanPageProps) => {
  const t = planText[useFrame().lang].page
  const { view, errors = [] } = props
  const { plan, coordinator } = view
  return (
    <>
      <ErrorSummary errors={errors} />
      <PlanIdentity plan={plan} coordinator={coordinator?.name} />
      <CaseParts applicationId={plan.applicationId} current="plan" mayReadCase />
      <h1 class="govuk-heading-l">
        {t.title(plan.number)} {plan.revision > 1 && `(${t.version(plan.revision)})`}
      </h1>
      <p class="govuk-body">
        <PlanStateTag state={plan.state} />
      </p>
      <PlanClockLine view={view} />
      <PlanActions {...props} />
      <PlanNotices view={view} />
      <div class="splot-halves">
        <PlanNeeds view={view} />
        <PlanLines view={view} />
      </div>
      <PlanGoals {...props} />
      <PlanHeadFacts view={view} />
      <PlanAgreement view={view} />
      <PlanMonitoring view={view} />
      <PlanClosing view={view} />
      <PlanHistory view={view} />
    </>
  )
}
