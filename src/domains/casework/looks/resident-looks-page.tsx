import { BackLink } from '#ui/back-link.tsx'
import { useFrame } from '#ui/frame.tsx'
import { PhoneCallout } from '#ui/phone-callout.tsx'
import { LookList } from './look-list.tsx'
import type { LookGroup } from './looks.ts'
import { looksText } from './text.ts'

/** The person whose case it is reads who looked at it. */
export const ResidentLooksPage = ({ groups }: { groups: readonly LookGroup[] }) => {
  const { lang, href } = useFrame()
  const t = looksText[lang]
  return (
    <>
      <BackLink href={href('/moja-sprawa')} text={t.back} />
      <h1 class="govuk-heading-xl">{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <p class="govuk-body">{t.whyRoles}</p>
      <LookList groups={groups} />
      <p class="govuk-body">{t.notListed}</p>
      <p class="govuk-body">{t.ask}</p>
      <PhoneCallout />
    </>
  )
}
