import type { ComponentChildren } from 'preact'
import { errorFor, valueOf } from '#platform/forms.ts'
import { useFrame } from '#ui/frame.tsx'
import { Polish } from '#ui/polish.tsx'
import { Radios } from '#ui/radios.tsx'
import { endReasons, goalResults } from '../plan-closing.ts'
import { goalField, lineField } from './closing-forms.ts'
import { lineStatuses, monitoringForms } from './monitoring.ts'
import { DayOf, PlanFormShell, TextOf, type PlanFormProps } from './plan-form-page.tsx'
import { planText } from './text.ts'

interface ChoiceOf {
  props: PlanFormProps
  name: string
  label: ComponentChildren
  items: readonly { value: string; text: string }[]
}

const ChoiceOf = ({ props: { values, errors }, name, label, items }: ChoiceOf) => (
  <Radios name={name} label={label} value={valueOf(values, name)} error={errorFor(errors, name)} items={items} />
)

const options = <T extends string>(values: readonly T[], texts: Record<T, string>) =>
  values.map((value) => ({ value, text: texts[value] }))

export const MonitoringPage = (props: PlanFormProps) => {
  const t = planText[useFrame().lang].monitoring
  return (
    <PlanFormShell {...props} title={t.title} path="/sprawdzenia" button={t.save}>
      <DayOf props={props} name="happenedOn" label={t.happenedOn} />
      <ChoiceOf props={props} name="form" label={t.form} items={options(monitoringForms, t.forms)} />
      {props.plan.lines.length > 0 && <h2 class="govuk-heading-m">{t.lines}</h2>}
      {props.plan.lines.map((line, at) => (
        <ChoiceOf
          props={props}
          name={lineField(line.id)}
          label={
            <>
              {at + 1}. <Polish>{line.serviceName}</Polish>
            </>
          }
          items={[...options(lineStatuses, t.statuses), { value: '', text: t.notAsked }]}
        />
      ))}
      <TextOf props={props} name="course" label={t.course} />
      <TextOf props={props} name="residentOpinion" label={t.residentOpinion} />
      <TextOf props={props} name="actions" label={t.actions} />
      <DayOf props={props} name="nextOn" label={t.nextOn} />
    </PlanFormShell>
  )
}

export const EndPage = (props: PlanFormProps) => {
  const t = planText[useFrame().lang].end
  return (
    <PlanFormShell {...props} title={t.title} path="/zakonczenie" button={t.save}>
      <ChoiceOf props={props} name="reason" label={t.reason} items={options(endReasons, t.reasons)} />
      <DayOf props={props} name="endedOn" label={t.endedOn} />
    </PlanFormShell>
  )
}

export const InterviewPage = (props: PlanFormProps) => {
  const t = planText[useFrame().lang].interview
  const kinds = [
    { value: 'held', text: t.held },
    { value: 'not-held', text: t.notHeld },
  ]
  return (
    <PlanFormShell {...props} title={t.title} path="/rozmowa" button={t.save}>
      <ChoiceOf props={props} name="kind" label={t.kind} items={kinds} />
      <h2 class="govuk-heading-m">{t.held}</h2>
      <DayOf props={props} name="heldOn" label={t.heldOn} />
      <TextOf props={props} name="participants" label={t.participants} hint={t.participantsHint} rows={3} />
      <TextOf props={props} name="residentOpinion" label={t.residentOpinion} />
      <TextOf props={props} name="furtherNeeds" label={t.furtherNeeds} />
      <h2 class="govuk-heading-m">{t.notHeld}</h2>
      <ChoiceOf
        props={props}
        name="why"
        label={t.why}
        items={options(['refused', 'unreachable', 'died'] as const, t.whys)}
      />
      <TextOf props={props} name="note" label={t.note} hint={t.noteHint} />
    </PlanFormShell>
  )
}

export const ResultsPage = (props: PlanFormProps) => {
  const t = planText[useFrame().lang].results
  return (
    <PlanFormShell {...props} title={t.title} lead={t.lead} path="/rezultaty" button={t.save}>
      {props.plan.goals.map((goal) => (
        <ChoiceOf
          props={props}
          name={goalField(goal.id)}
          label={t.goal(goal.text)}
          items={options(goalResults, t.results)}
        />
      ))}
      <TextOf props={props} name="narrative" label={t.narrative} rows={8} />
      <TextOf props={props} name="recommendations" label={t.recommendations} />
    </PlanFormShell>
  )
}
