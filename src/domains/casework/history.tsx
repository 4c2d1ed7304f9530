import type { TimelineItem } from '#ui/timeline.tsx'
import type { CaseStep } from './case-step.ts'

interface HistoryText {
  events: Record<string, string>
  /** How those are called who aren't staff: `anonymous`, `resident`. */
  by: Record<string, string>
}

/** The steps of a case as a timeline, the newest first, with the reasons given. */
export const historyItems = (steps: readonly CaseStep[], { events, by }: HistoryText): TimelineItem[] =>
  steps.toReversed().map((step) => ({
    title: events[step.event] ?? step.event,
    at: step.happenedAt,
    by: step.actorId === null ? (by[step.actorName] ?? step.actorName) : step.actorName,
    ...(step.reason !== null && { children: <p class="govuk-body splot-own-words">{step.reason}</p> }),
  }))
