import { newFormKey } from '#platform/form-keys.ts'
import { errorFor, valueOf } from '#platform/forms.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Radios } from '#ui/radios.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { refusalSentence } from '../refusal-text.ts'
import { planPath } from './plan-paths.ts'
import { plainSteps, reasonSteps, type ReasonStep } from './page-steps.ts'
import type { PlanPageProps } from './plan-page-props.ts'
import type { PlanView } from './plan-view.ts'
import { PostButton } from './post-button.tsx'
import { planText } from './text.ts'

/** What can be done with the plan now by this person; what would be refused isn't there. */
export const PlanActions = (props: PlanPageProps) => {
  const { lang, href } = useFrame()
  const t = planText[lang]
  const { view } = props
  const { plan, offered, can } = view
  const withReason = reasonSteps.filter((step) => (step === 'revise' ? can.revise : offered.includes(step)))
  const plain = plainSteps.filter((step) => offered.includes(step))
  const links = [
    { text: t.page.recordAgreement, to: '/zgoda', shown: offered.includes('agree') },
    { text: t.monitoring.add, to: '/sprawdzenia/nowe', shown: can.monitor },
    { text: t.end.action, to: '/zakonczenie', shown: offered.includes('end') },
    { text: t.interview.action, to: '/rozmowa', shown: offered.includes('interview') },
    { text: t.results.action, to: '/rezultaty', shown: offered.includes('describe') },
  ].filter((link) => link.shown)
  const decides = plan.state === 'submitted' && (offered.includes('return') || offered.includes('approve'))
  if (links.length + plain.length + withReason.length === 0 && !decides) return null
  return (
    <section aria-labelledby="kroki" class="splot-on-screen">
      <h2 class="govuk-heading-m" id="kroki">
        {t.page.nextSteps}
      </h2>
      <div class="govuk-button-group">
        {plain.map((step) => (
          <PostButton
            action={planPath(plan.id, '/kroki')}
            hidden={{ version: plan.version, step }}
            kind={step === 'submit' || step === 'start' ? 'primary' : 'secondary'}
          >
            {t.steps[step]}
          </PostButton>
        ))}
        {links.map((link) => (
          <ButtonLink kind="secondary" href={href(planPath(plan.id, link.to))}>
            {link.text}
          </ButtonLink>
        ))}
      </div>
      {withReason.map((step) => (
        <ReasonForm step={step} {...props} />
      ))}
      {decides && <DecisionForm {...props} />}
    </section>
  )
}

const ReasonForm = ({ step, view: { plan }, values, errors }: PlanPageProps & { step: ReasonStep }) => {
  const { lang, href } = useFrame()
  const t = planText[lang].steps
  const returned = valueOf(values, 'step') === step
  return (
    <Details summary={t[step]} open={returned}>
      <Form action={href(planPath(plan.id, '/kroki'))} formKey={newFormKey()} hidden={{ version: plan.version, step }}>
        <Textarea
          name={`reason-${step}`}
          label={t.reason[step]}
          hint={t.reasonHint}
          rows={3}
          value={valueOf(values, `reason-${step}`)}
          error={returned ? errorFor(errors, `reason-${step}`) : undefined}
        />
        <Button kind={step === 'abandon' ? 'warning' : 'secondary'}>{t[step]}</Button>
      </Form>
    </Details>
  )
}

/** Approve or send back, for those who may; who may not is told why. */
const DecisionForm = ({ view, values, errors }: PlanPageProps) => {
  const { lang, href } = useFrame()
  const t = planText[lang].decision
  const { plan, whyNotDecide } = view
  if (whyNotDecide) return <p class="govuk-inset-text">{refusalSentence(lang, whyNotDecide)}</p>
  return (
    <Form action={href(planPath(plan.id, '/decyzja'))} formKey={newFormKey()} hidden={{ version: plan.version }}>
      <Radios
        name="decision"
        label={t.question}
        labelSize="s"
        value={valueOf(values, 'decision')}
        error={errorFor(errors, 'decision')}
        items={choices(view).map((value) => ({ value, text: value === 'approved' ? t.approve : t.return }))}
      />
      <Textarea
        name="reasons"
        label={t.reasons}
        hint={t.reasonsHint}
        rows={4}
        value={valueOf(values, 'reasons')}
        error={errorFor(errors, 'reasons')}
      />
      {isLate(view) && (
        <Textarea
          name="lateReason"
          label={t.lateReason}
          rows={2}
          value={valueOf(values, 'lateReason') || plan.lateReason}
          error={errorFor(errors, 'lateReason')}
        />
      )}
      <Button>{t.save}</Button>
    </Form>
  )
}

const choices = ({ offered }: PlanView): ('approved' | 'returned')[] => [
  ...(offered.includes('approve') ? (['approved'] as const) : []),
  'returned',
]

const isLate = ({ clock }: PlanView): boolean => clock.state === 'overdue'
