import { clauseVersion } from '#domains/casework/public.ts'
import { useFrame } from '#ui/frame.tsx'
import type { NoticeSection, PrivacyFacts } from './privacy-text.pl.ts'
import { privacyText } from './privacy-text.ts'

/** The whole information clause (GDPR art. 13); a report keeps the version that its person was shown. */
export const PrivacyPage = ({ facts }: { facts: PrivacyFacts }) => {
  const t = privacyText[useFrame().lang]
  return (
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      {t.sections(facts).map((section) => (
        <Section {...section} />
      ))}
      <h2 class="govuk-heading-m">{t.complaint.title}</h2>
      <p class="govuk-body">
        {t.complaint.before}{' '}
        <a class="govuk-link" href="https://uodo.gov.pl/">
          uodo.gov.pl
        </a>
      </p>
      <p class="govuk-hint">{t.version(clauseVersion)}</p>
    </>
  )
}

const Section = ({ title, sentences = [], points = [] }: NoticeSection) => (
  <>
    <h2 class="govuk-heading-m">{title}</h2>
    {sentences.map((sentence) => (
      <p class="govuk-body">{sentence}</p>
    ))}
    {points.length > 0 && (
      <ul class="govuk-list govuk-list--bullet">
        {points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
    )}
  </>
)
