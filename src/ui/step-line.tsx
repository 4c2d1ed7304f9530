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

/** The way of a case from its first day to its end: what was, what is now, what comes. */
export const StepLine = ({ steps, label }: { steps: readonly Step[]; label?: string }) => {
  const t = useText()
  return (
    <ol class="splot-steps" aria-label={label ?? t.steps}>
      {steps.map((step) => (
        <li class={`splot-step splot-step--${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
          <StepBody step={step} />
        </li>
      ))}
    </ol>
  )
}

const StepBody = ({ step }: { step: Step }) => {
  if (step.state !== 'done' || step.children === undefined) {
    return (
      <>
        <StepHead step={step} />
        {step.children !== undefined && <div class="splot-step__body">{step.children}</div>}
      </>
    )
  }
  return (
    <details class="splot-step__past">
      <summary>
        <StepHead step={step} />
      </summary>
      <div class="splot-step__body">{step.children}</div>
    </details>
  )
}

const StepHead = ({ step: { title, state, when } }: { step: Step }) => {
  const t = useText()
  const words = { done: t.stepDone, now: t.stepNow, later: t.stepLater }
  return (
    <div class="splot-step__head">
      <h3 class="splot-step__title">{title}</h3>
      <span class="splot-step__state">
        {words[state]}
        {when !== undefined && `, ${when}`}
      </span>
    </div>
  )
}
