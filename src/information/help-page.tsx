import type { HelpSlug } from '#ui/help-topics.ts'
import { BackLink } from '#ui/back-link.tsx'
import { Foreign } from '#ui/foreign.tsx'
import { useFrame } from '#ui/frame.tsx'
import { PhoneCallout } from '#ui/phone-callout.tsx'
import type { HelpText } from './help.ts'
import { helpText } from './help-text.ts'
import { Markdown, sectionsOf } from './markdown.tsx'

/** What there is help with, by who asks. */
export const HelpIndexPage = ({ help }: { help: HelpText }) => {
  const t = helpText[useFrame().lang]
  return (
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <Markdown text={help.markdown} />
      <PhoneCallout />
    </>
  )
}

/** One person's tasks, step by step. */
export const HelpPage = ({ slug, help }: { slug: HelpSlug; help: HelpText }) => {
  const t = helpText[useFrame().lang]
  return (
    <>
      <h1 class="govuk-heading-l">{t.topics[slug]}</h1>
      <Foreign lang={help.lang} notice>
        <Contents help={help} />
        <Markdown text={help.markdown} />
      </Foreign>
      {slug === 'mieszkaniec' && <PhoneCallout />}
    </>
  )
}

export const BackToHelp = () => {
  const { lang, href } = useFrame()
  return <BackLink href={href('/pomoc')} text={helpText[lang].back} />
}

const Contents = ({ help }: { help: HelpText }) => {
  const sections = sectionsOf(help.markdown)
  if (sections.length < 3) return null
  return (
    <nav aria-label={helpText[help.lang].contents}>
      <ul class="govuk-list">
        {sections.map(({ id, title }) => (
          <li>
            <a class="govuk-link" href={`#${id}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
