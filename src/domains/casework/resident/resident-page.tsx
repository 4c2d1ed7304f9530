import { formatDay } from '#platform/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { PhoneCallout } from '#ui/phone-callout.tsx'
import { PhoneLink } from '#ui/phone-link.tsx'
import { StepLine, type Step } from '#ui/step-line.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { looksText } from '../looks/text.ts'
import type { ResidentCase } from './resident-case.ts'
import { stages, type Stage } from './resident-states.ts'
import type { ResidentText } from './text.pl.ts'
import { residentText } from './text.ts'

/** Where the case stands, who has it, by when, whom to call. Nothing on it tells a stranger what it is about. */
export const ResidentPage = ({ case: shown }: { case: ResidentCase }) => {
  const { lang, href } = useFrame()
  const t = residentText[lang]
  const { now } = sentencesOf(t, shown)
  return (
    <>
      <h1 class="govuk-heading-xl">{t.page.title}</h1>
      {shown.applicationNumber !== undefined && (
        <p class="govuk-body">
          {t.page.number}: {shown.applicationNumber}
        </p>
      )}
      <h2 class="govuk-heading-m">{t.page.nowTitle}</h2>
      <p class="govuk-body-l">{now}</p>
      {shown.place === 'ended' && <Next case={shown} />}
      <h2 class="govuk-heading-m">{t.page.steps}</h2>
      <StepLine steps={stepsOf(t, shown, lang)} label={t.page.steps} headingLevel={3} />
      <p class="govuk-body splot-on-screen">
        <a class="govuk-link" href={href('/moja-sprawa/kto-zagladal')}>
          {looksText[lang].link}
        </a>
      </p>
      <p class="govuk-body splot-on-screen">{t.page.print}</p>
      <Form action={href('/moja-sprawa/zamkniecie')}>
        <Button kind="secondary">{t.page.close}</Button>
      </Form>
      <p class="govuk-body splot-on-screen">{t.page.closedByItself}</p>
      <PhoneCallout />
    </>
  )
}

function sentencesOf(t: ResidentText, { now }: ResidentCase): { now: string; next: string } {
  if (now.of === 'report') return t.report[now.state]
  return now.of === 'application' ? t.application[now.state] : t.plan[now.state]
}

/** What comes next, who does it, by when, whom to call. */
const Next = ({ case: shown }: { case: ResidentCase }) => {
  const t = residentText[useFrame().lang]
  return (
    <>
      <p class="govuk-body">
        <strong>{t.page.nextTitle}:</strong> {sentencesOf(t, shown).next}
      </p>
      <WhoAndWhen case={shown} />
    </>
  )
}

const WhoAndWhen = ({ case: { contact, byOn } }: { case: ResidentCase }) => {
  const { lang, tenant } = useFrame()
  const t = residentText[lang].page
  return (
    <SummaryList
      rows={[
        { key: t.who, value: contact?.name ?? t.centre },
        ...(byOn ? [{ key: t.byWhen, value: formatDay(lang, byOn) }] : []),
        { key: t.call, value: <PhoneLink phone={contact?.phone ?? tenant.phone} /> },
      ]}
    />
  )
}

/** What was is done, what is now stands open, what comes follows; an ended case has only what was. */
function stepsOf(t: ResidentText, shown: ResidentCase, lang: 'pl' | 'uk' | 'en'): Step[] {
  const at = shown.place === 'ended' ? stages.length : stages.indexOf(shown.place)
  const days: Partial<Record<Stage, Temporal.PlainDate>> = {
    report: shown.reportedOn,
    ...(shown.appliedOn && { application: shown.appliedOn }),
  }
  const reached = shown.place === 'ended' ? stages.filter((stage) => days[stage]) : stages
  return reached.map((stage) => {
    const index = stages.indexOf(stage)
    const day = days[stage]
    return {
      title: t.stages[stage],
      state: index < at ? 'done' : index === at ? 'now' : 'later',
      ...(day && index < at && { when: formatDay(lang, day) }),
      ...(index === at && { children: <Next case={shown} /> }),
    }
  })
}
