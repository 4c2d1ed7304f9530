import type { FieldError } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { ExitThisPage } from '#ui/exit-this-page.tsx'
import { useFrame } from '#ui/frame.tsx'
import { PhoneCallout } from '#ui/phone-callout.tsx'
import { Radios } from '#ui/radios.tsx'
import { Select } from '#ui/select.tsx'
import { FoundTypeSection } from './found-types.tsx'
import type { GuideStep } from './guide.ts'
import { situations } from './guide.ts'
import type { FoundType } from './search-services.ts'
import type { District } from './service-type.ts'
import { useDirectoryText } from './spoken.tsx'
import { WayOn } from './way-on.tsx'

/** One question a page; the answers so far stand in the address, so that back and share work. */
export const GuidePage = ({ step, districts, missing }: GuidePageProps) => {
  const t = useDirectoryText()
  const { href } = useFrame()
  const { field } = step
  const errors: FieldError[] = missing ? [{ field, message: t.guide.choose }] : []
  return (
    <>
      {step.answers['sprawa'] === 'kryzys' && <ExitThisPage />}
      <ErrorSummary errors={errors} />
      <p class="govuk-caption-l">
        {t.guide.title}: {t.guide.progress(step.number)}
      </p>
      <form action={href('/nie-wiem')} method="get">
        {Object.entries(step.answers).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="krok" value={String(step.number)} />
        <Question step={step} districts={districts} error={errors[0]?.message} />
        <Button>{t.guide.next}</Button>
      </form>
      <PhoneCallout />
    </>
  )
}

interface GuidePageProps {
  step: GuideStep
  districts: readonly District[]
  /** The form was sent without an answer. */
  missing: boolean
}

interface QuestionProps {
  step: GuideStep
  districts: readonly District[]
  error: string | undefined
}

const Question = ({ step, districts, error }: QuestionProps) => {
  const t = useDirectoryText()
  const { lang } = useFrame()
  const asked = { name: step.field, labelSize: 'l' as const, isPageHeading: true, error }
  if (step.field === 'sprawa') {
    const items = situations.map(({ code, title, sentence }) => ({
      value: code,
      text: title[lang],
      hint: sentence[lang],
    }))
    return <Radios {...asked} label={t.guide.situation} items={items} />
  }
  if (step.field === 'co') {
    const items = step.situation.answers.map(({ code, text }) => ({ value: code, text: text[lang] }))
    return <Radios {...asked} label={step.situation.question[lang]} items={items} />
  }
  if (step.field === 'kiedy') {
    const items = [
      { value: 'dzis', text: t.guide.today },
      { value: 'wkrotce', text: t.guide.soon },
    ]
    return <Radios {...asked} label={t.guide.when} items={items} />
  }
  const anywhere = { value: '0', text: t.guide.anywhere }
  const options = [anywhere, ...districts.map(({ number, name }) => ({ value: String(number), text: name }))]
  return <Select {...asked} label={t.guide.whereLive} hint={t.guide.whereWhy} options={options} />
}

interface GuideResultPageProps {
  found: readonly FoundType[]
  urgent: boolean
  sensitive: boolean
  now: Temporal.Instant
}

export const GuideResultPage = ({ found, urgent, sensitive, now }: GuideResultPageProps) => {
  const t = useDirectoryText()
  const { href } = useFrame()
  return (
    <>
      {sensitive && <ExitThisPage />}
      <h1 class="govuk-heading-l">{t.guide.result}</h1>
      {urgent && <PhoneCallout title={t.guide.urgent} text={t.guide.urgentWhy} />}
      {found.length === 0 && <p class="govuk-body">{t.guide.nothing}</p>}
      {found.map((one) => (
        <FoundTypeSection found={one} now={now} most={3} />
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={href('/nie-wiem')}>
          {t.guide.changeAnswers}
        </a>
      </p>
      <WayOn title={t.search.stillNothing} />
    </>
  )
}
