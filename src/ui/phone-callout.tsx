import { useFrame, useText } from './frame.tsx'
import { PhoneHours } from './phone-hours.tsx'
import { PhoneLink } from './phone-link.tsx'

/** The centre's phone, large: the way for everyone whom the page doesn't help. */
export const PhoneCallout = ({
  title,
  text,
  headingLevel = 2,
}: {
  title?: string
  text?: string
  headingLevel?: 2 | 3
}) => {
  const { tenant } = useFrame()
  const t = useText()
  const Heading = `h${headingLevel}` as const
  return (
    <div class="splot-callout">
      <Heading class="splot-callout__title">{title ?? t.callUs}</Heading>
      <p class="splot-callout__phone">
        <PhoneLink phone={tenant.phone} />
      </p>
      <p class="splot-callout__hours">
        <PhoneHours />
      </p>
      <p class="splot-callout__text">{text ?? t.callUsWhy}</p>
    </div>
  )
}
