import { daysLeft, daysUntil } from '#platform/i18n.ts'
import { useFrame } from './frame.tsx'

interface DeadlineProps {
  day: Temporal.PlainDate
  today: Temporal.PlainDate
  /** The day from which the clock runs; the bar shows how much of the time has gone. */
  since?: Temporal.PlainDate
  /** From how many days left it is "soon"; 7 when not said. */
  soonWithin?: number
}

/** The time left as a word and a bar; the bar repeats the word and is hidden from screen readers. */
export const Deadline = ({ day, today, since, soonWithin = 7 }: DeadlineProps) => {
  const { lang } = useFrame()
  const left = daysUntil(today, day)
  const state = left < 0 ? 'overdue' : left <= soonWithin ? 'soon' : 'calm'
  return (
    <span class={`splot-deadline splot-deadline--${state}`}>
      <span class="splot-deadline__word">{daysLeft(lang, left)}</span>
      {since && <Bar gone={shareGone(daysUntil(since, day), left)} />}
    </span>
  )
}

const shareGone = (all: number, left: number): number =>
  all <= 0 ? 100 : Math.round(Math.min(100, Math.max(0, ((all - left) / all) * 100)))

const Bar = ({ gone }: { gone: number }) => (
  <svg class="splot-deadline__bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="splot-deadline__ground" width="100" height="6" />
    <rect class="splot-deadline__gone" width={gone} height="6" />
  </svg>
)
