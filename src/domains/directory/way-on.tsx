import { useFrame } from '#ui/frame.tsx'
import { Kept } from '#ui/kept.tsx'
import { PhoneCallout } from '#ui/phone-callout.tsx'
import { useDirectoryText } from './spoken.tsx'

/** Ends every page of the directory: the guide, the report of a need, the phone. Never a dead end. */
export const WayOn = ({ title }: { title: string }) => (
  <Kept of={useFrame().tenant} as={`way on: ${title}`}>
    <Ways title={title} />
  </Kept>
)

const Ways = ({ title }: { title: string }) => {
  const t = useDirectoryText()
  const { href } = useFrame()
  return (
    <section class="splot-way-on">
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={href('/nie-wiem')}>
            {t.service.guide}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={href('/potrzebuje-pomocy')}>
            {t.service.report}
          </a>
        </li>
      </ul>
      <PhoneCallout headingLevel={3} />
    </section>
  )
}
