import { ButtonLink } from '#ui/button.tsx'
import { useFrame } from '#ui/frame.tsx'
import { Polish } from '#ui/polish.tsx'
import { planPath } from './plan-paths.ts'
import type { NeedRecord } from './plan-record.ts'
import type { PlanView } from './plan-view.ts'
import { PostButton } from './post-button.tsx'
import { planText } from './text.ts'

/** The left half: the needs by number, each with the lines that answer it, or as a gap. */
export const PlanNeeds = ({ view }: { view: PlanView }) => {
  const t = planText[useFrame().lang].page
  return (
    <section aria-labelledby="potrzeby">
      <h2 class="govuk-heading-m" id="potrzeby">
        {t.needs}
      </h2>
      <ol class="govuk-list splot-plan-list">
        {view.plan.needs.map((need, at) => (
          <Need need={need} number={at + 1} view={view} />
        ))}
      </ol>
    </section>
  )
}

const Need = ({ need, number, view }: { need: NeedRecord; number: number; view: PlanView }) => {
  const { lang, href } = useFrame()
  const t = planText[lang].page
  const { plan, can, groupNames } = view
  const answers = plan.lines.flatMap((line, at) => (line.needId === need.id ? [{ id: line.id, number: at + 1 }] : []))
  const goals = plan.goals.filter((goal) => goal.needId === need.id)
  const adding = can.write && (
    <ButtonLink kind="secondary" href={href(planPath(plan.id, `/uslugi/nowa?potrzeba=${need.id}`))}>
      {t.addLine}
      <span class="govuk-visually-hidden">
        : <Polish>{need.name}</Polish>
      </span>
    </ButtonLink>
  )
  return (
    <li id={`potrzeba-${need.id}`} class="splot-plan-item">
      <h3 class="govuk-heading-s">
        {number}. <Polish>{need.name}</Polish>
      </h3>
      {groupNames.has(need.groupCode) && <p class="govuk-hint">{groupNames.get(need.groupCode)}</p>}
      {goals.map((goal) => (
        <p class="govuk-body splot-own-words">{goal.text}</p>
      ))}
      {answers.length > 0 && (
        <p class="govuk-body">
          {t.answeredBy}{' '}
          {answers.map((line, at) => (
            <>
              {at > 0 && ', '}
              <a class="govuk-link" href={`#usluga-${line.id}`}>
                {t.lineLabel(line.number)}
              </a>
            </>
          ))}
        </p>
      )}
      {answers.length === 0 ? <Unanswered need={need} view={view} adding={adding} /> : adding}
    </li>
  )
}

interface UnansweredProps {
  need: NeedRecord
  view: PlanView
  adding: preact.ComponentChildren
}

/** What has no answer stands out, with one button that puts it into the register of gaps. */
const Unanswered = ({ need, view: { plan, can }, adding }: UnansweredProps) => {
  const { lang, href } = useFrame()
  const t = planText[lang].page
  return (
    <div class="splot-gap">
      <p class="govuk-body">{need.gapId ? t.gapRegistered : t.unanswered}</p>
      {need.gapId ? (
        <p class="govuk-body">
          <a class="govuk-link" href={href(`/praca/luki/${need.gapId}`)}>
            {t.seeGap}
          </a>
        </p>
      ) : (
        can.registerGap && (
          <PostButton
            action={planPath(plan.id, `/potrzeby/${need.id}/luka`)}
            kind={can.write ? 'primary' : 'secondary'}
            about={need.name}
          >
            {t.registerGap}
          </PostButton>
        )
      )}
      {adding}
    </div>
  )
}
