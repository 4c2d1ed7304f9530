import { formatDay } from '#platform/i18n.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Deadline } from '#ui/deadline.tsx'
import { useFrame } from '#ui/frame.tsx'
import { IdentityBar } from '#ui/identity-bar.tsx'
import { Tag, type TagKind } from '#ui/tag.tsx'
import type { PlanState } from '../plan-state.ts'
import { ruleText } from '../refusal-text.ts'
import { planPath } from './plan-paths.ts'
import type { PlanRecord } from './plan-record.ts'
import type { PlanView } from './plan-view.ts'
import { planText } from './text.ts'

const kinds: Record<PlanState, TagKind> = {
  draft: 'current',
  agreed: 'current',
  submitted: 'waiting',
  returned: 'overdue',
  approved: 'done',
  active: 'done',
  suspended: 'waiting',
  ended: 'waiting',
  interviewed: 'waiting',
  described: 'inactive',
  replaced: 'inactive',
  abandoned: 'inactive',
}

export const PlanStateTag = ({ state }: { state: PlanState }) => (
  <Tag kind={kinds[state]}>{planText[useFrame().lang].states[state]}</Tag>
)

/** Whose plan it is, on every page of it. */
export const PlanIdentity = ({ plan, coordinator }: { plan: PlanRecord; coordinator?: string | undefined }) => {
  const { lang, href } = useFrame()
  const t = planText[lang].page
  const { person } = plan
  const facts = [
    person.birthYear !== undefined && t.bornIn(person.birthYear),
    t.application(plan.applicationNumber),
    coordinator !== undefined && t.coordinator(coordinator),
  ]
  return (
    <IdentityBar title={person.name} facts={facts.filter((fact) => fact !== false)}>
      <ButtonLink kind="secondary" href={href(planPath(plan.id, '/dokument.pdf'))}>
        {t.pdf}
      </ButtonLink>
    </IdentityBar>
  )
}

/** The clock from the application to the plan: it runs until the approval, then it tells how long it took. */
export const PlanClockLine = ({ view }: { view: PlanView }) => {
  const { lang } = useFrame()
  const t = planText[lang].page
  const { clock, plan, today } = view
  const over = ['abandoned', 'replaced'].includes(plan.state)
  if (plan.approval) return <p class="govuk-body">{t.metIn(clock.daysUsed)}</p>
  return (
    <p class="govuk-body">
      {!over && (
        <>
          <strong>{t.clock}: </strong>
          <Deadline day={clock.deadlineOn} today={today} since={clock.receivedOn} soonWithin={10} />{' '}
        </>
      )}
      ({t.clockOf(formatDay(lang, clock.receivedOn), formatDay(lang, clock.deadlineOn))})
    </p>
  )
}

/** Warnings and blocks, each with a link to the line or need it stands on; the same stand again at their place. */
export const PlanNotices = ({ view }: { view: PlanView }) => {
  const { lang } = useFrame()
  const t = planText[lang].page
  const { warnings, faults } = view
  const place = (at: { lineId?: string; needId?: string }) =>
    at.lineId ? `#usluga-${at.lineId}` : at.needId ? `#potrzeba-${at.needId}` : undefined
  const texts = ruleText[lang]
  const items = (list: readonly { text: string; href: string | undefined }[]) =>
    list.map(({ text, href }) => <li>{href ? <a href={href}>{text}</a> : text}</li>)
  return (
    <>
      {faults.length > 0 && (
        <section aria-labelledby="faults" class="govuk-inset-text">
          <h2 class="govuk-heading-s" id="faults">
            {t.faults}
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {items(faults.map((fault) => ({ text: texts.refusals[fault.refusal], href: faultPlace(fault) })))}
          </ul>
        </section>
      )}
      {warnings.length > 0 && (
        <section aria-labelledby="warnings" class="govuk-inset-text">
          <h2 class="govuk-heading-s" id="warnings">
            {t.warnings}
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {items(warnings.map((warning) => ({ text: texts.warnings[warning.kind], href: place(warning) })))}
          </ul>
        </section>
      )}
    </>
  )
}

const faultPlace = (fault: PlanView['faults'][number]): string | undefined => {
  if (fault.lineId) return `#usluga-${fault.lineId}`
  if (fault.refusal.startsWith('agreement')) return '#zgoda'
  if (['period-missing', 'ends-before-start', 'longer-than-a-year'].includes(fault.refusal)) return '#ustalenia'
  return undefined
}
