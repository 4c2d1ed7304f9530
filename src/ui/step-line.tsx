import type { ComponentChildren } from 'preact'
import { useText } from './frame.tsx'

export interface Step {
  title: string
  state: 'done' | 'now' | 'later'
  /** A day or a few words: "3 marca 2026". */
  when?: string
  /** Facts of the step: who, by when, what to do. Past steps fold them away. */
  children?: ComponentChildren
}

interface StepLineProps {
  steps: readonly Step[]
  label?: string
  headingLevel?: 2 | 3
}

/** The way of a case from its first day to its end: what was, what is now, what comes. */
export const StepLine = ({ steps, label, headingLevel = 2 }: StepLineProps) => {
  const t = useText()
  return (
    <ol class="splot-steps" aria-label={label ?? t.steps}>
      {steps.map((step) => (
        <li class={`splot-step splot-step--${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
          <StepBody step={step} heading={`h${headingLevel}`} />
        </li>
      ))}
    </ol>
  )
}

interface StepProps {
  step: Step
  heading: 'h2' | 'h3'
}

const StepBody = ({ step, heading }: StepProps) => {
  if (step.state !== 'done' || step.children === undefined) {
    return (
      <>
        <StepHead step={step} heading={heading} />
        {step.children !== undefined && <div class="splot-step__body">{step.children}</div>}
      </>
    )
  }
  return (
    <details class="splot-step__past">
      <summary>
        <StepHead step={step} heading={heading} />
      </summary>
      <div class="splot-step__body">{step.children}</div>
    </details>
  )
}

const StepHead = ({ step: { title, state, when }, heading: Heading }: StepProps) => {
  const t = useText()
  const words = { done: t.stepDone, now: t.stepNow, later: t.stepLater }
  return (
    <div class="splot-step__head">
      <Heading class="splot-step__title">{title}</Heading>
      <span class="splot-step__state">
        {words[state]}
        {when !== undefined && `, ${when}`}
      </span>
    </div>
  )
}
