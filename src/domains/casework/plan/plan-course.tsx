import { formatDay } from '#platform/i18n.ts'
import { Details } from '#ui/details.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { historyItems } from '../history.tsx'
import { Polish } from '#ui/polish.tsx'
import { planPath } from './plan-paths.ts'
import { PlanStateTag } from './plan-summary.tsx'
import type { PlanView } from './plan-view.ts'
import { planText } from './text.ts'

/** How the plan goes: what was seen, said and agreed each time. */
export const PlanMonitoring = ({ view }: { view: PlanView }) => {
  const { lang } = useFrame()
  const t = planText[lang].monitoring
  const { monitoring, monitoringLines, plan } = view
  const statusesOf = (eventId: string) => monitoringLines.filter((line) => line.eventId === eventId)
  if (!plan.approval) return null
  return (
    <section aria-labelledby="sprawdzenia">
      <h2 class="govuk-heading-m" id="sprawdzenia">
        {t.heading}
      </h2>
      {monitoring.length === 0 && <p class="govuk-body">{t.none}</p>}
      {monitoring.map((event) => (
        <div class="splot-plan-item">
          <h3 class="govuk-heading-s">
            {formatDay(lang, event.happenedOn)}, {t.forms[event.form]}
          </h3>
          <p class="govuk-body splot-own-words">{event.course}</p>
          <ul class="govuk-list govuk-list--bullet">
            {statusesOf(event.id).map(({ lineId, status }) => (
              <li>
                <Polish>{plan.lines.find((line) => line.id === lineId)?.serviceName}</Polish>: {t.statuses[status]}
              </li>
            ))}
          </ul>
          {event.residentOpinion !== '' && <p class="govuk-body splot-own-words">{event.residentOpinion}</p>}
          {event.actions !== '' && <p class="govuk-body splot-own-words">{event.actions}</p>}
          <p class="govuk-hint">
            {event.byName}
            {event.nextOn && `, ${t.next(formatDay(lang, event.nextOn))}`}
          </p>
        </div>
      ))}
    </section>
  )
}

/** How it ended, what the person says, and what became of each goal. */
export const PlanClosing = ({ view }: { view: PlanView }) => {
  const { lang } = useFrame()
  const t = planText[lang]
  const { plan, closing } = view
  const { interview, description, results } = closing
  if (!plan.end) return null
  return (
    <section aria-labelledby="zakonczenie">
      <h2 class="govuk-heading-m" id="zakonczenie">
        {t.closing.heading}
      </h2>
      <p class="govuk-body">{t.end.ended(t.end.reasons[plan.end.reason], formatDay(lang, plan.end.endedOn))}</p>
      {interview && <h3 class="govuk-heading-s">{t.interview.title}</h3>}
      {interview?.kind === 'held' && (
        <>
          <p class="govuk-body">
            {formatDay(lang, interview.heldOn)}: {interview.participants.join(', ')}
          </p>
          <p class="govuk-body splot-own-words">{interview.residentOpinion}</p>
          {interview.furtherNeeds !== '' && <p class="govuk-body splot-own-words">{interview.furtherNeeds}</p>}
        </>
      )}
      {interview?.kind === 'not-held' && (
        <p class="govuk-body">
          {t.interview.whys[interview.why]}. {interview.note}
        </p>
      )}
      {description && (
        <>
          <h3 class="govuk-heading-s">{t.results.title}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {plan.goals.map((goal) => (
              <li>
                {goal.text}: {results.has(goal.id) && t.results.results[results.get(goal.id)!]}
              </li>
            ))}
          </ul>
          <p class="govuk-body splot-own-words">{description.narrative}</p>
          {description.recommendations !== '' && (
            <p class="govuk-body splot-own-words">{description.recommendations}</p>
          )}
        </>
      )}
    </section>
  )
}

/** Versions and steps, folded: there when they are asked for. */
export const PlanHistory = ({ view }: { view: PlanView }) => {
  const { lang, href } = useFrame()
  const t = planText[lang]
  const { plan, revisions, history, previous } = view
  return (
    <>
      {previous && (
        <p class="govuk-body">
          {t.page.previousPlan}{' '}
          <a class="govuk-link" href={href(planPath(previous.id))}>
            {previous.number}
          </a>
        </p>
      )}
      {plan.changeReason !== undefined && (
        <p class="govuk-body">
          <strong>{t.page.changeReason}:</strong> {plan.changeReason}
        </p>
      )}
      {revisions.length > 1 && (
        <Details summary={t.page.revisions}>
          <ul class="govuk-list">
            {revisions.map((other) => (
              <li>
                {other.id === plan.id ? (
                  <strong>{t.page.version(other.revision)}</strong>
                ) : (
                  <a class="govuk-link" href={href(planPath(other.id))}>
                    {t.page.version(other.revision)}
                  </a>
                )}{' '}
                <PlanStateTag state={other.state} />
              </li>
            ))}
          </ul>
        </Details>
      )}
      <Details summary={t.page.history}>
        <Timeline items={historyItems(history, { events: t.events, by: {} })} headingLevel={3} />
      </Details>
    </>
  )
}
