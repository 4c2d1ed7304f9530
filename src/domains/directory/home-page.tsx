import { ButtonLink } from '#ui/button.tsx'
import { Doors } from '#ui/doors.tsx'
import { useFrame } from '#ui/frame.tsx'
import { PhoneCallout } from '#ui/phone-callout.tsx'
import { SearchBox } from '#ui/search-box.tsx'
import { situations } from './guide.ts'
import { useDirectoryText } from './spoken.tsx'

/** The question, six doors by life situation, the phone; then what the centre is. */
export const HomePage = () => {
  const t = useDirectoryText()
  const { href, lang } = useFrame()
  const doors = situations.map(({ code, title, sentence }) => ({
    title: title[lang],
    text: sentence[lang],
    href: href(`/nie-wiem?sprawa=${code}`),
  }))
  return (
    <>
      <div class="splot-hero">
        <SearchBox action={href('/uslugi')} label={t.home.question} isPageHeading example={t.home.example} />
        <p class="govuk-body splot-hero__else">
          <a class="govuk-link" href={href('/nie-wiem')}>
            {t.home.dontKnow}
          </a>
          . {t.home.dontKnowWhy}
        </p>
      </div>
      <h2 class="govuk-heading-l splot-home-heading">{t.home.doors}</h2>
      <Doors doors={doors} headingLevel={3} />
      <PhoneCallout />
      <h2 class="govuk-heading-m">{t.home.centre}</h2>
      <p class="govuk-body">{t.home.whoFor}</p>
      <ul class="govuk-list govuk-list--bullet">
        {t.home.whatItDoes.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p class="govuk-body">{t.home.reportWhy}</p>
      <ButtonLink href={href('/potrzebuje-pomocy')}>{t.home.report}</ButtonLink>
      <p class="govuk-body">
        <a class="govuk-link" href={href('/uslugi')}>
          {t.home.all}
        </a>
      </p>
    </>
  )
}
