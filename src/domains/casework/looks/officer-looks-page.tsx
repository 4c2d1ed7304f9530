import { formatDay } from '#platform/i18n.ts'
import { ButtonLink } from '#ui/button.tsx'
import { useFrame } from '#ui/frame.tsx'
import { LookList } from './look-list.tsx'
import type { LookGroup } from './looks.ts'
import { looksText } from './text.ts'

interface OfficerLooksProps {
  personId: string
  numbers: readonly string[]
  groups: readonly LookGroup[]
  named: boolean
  today: Temporal.PlainDate
}

/** The answer that the data protection officer hands out on paper: a letter once printed. */
export const OfficerLooksPage = ({ personId, numbers, groups, named, today }: OfficerLooksProps) => {
  const { lang, href, tenant } = useFrame()
  const t = looksText[lang]
  const own = `/praca/audyt/sprawa/${personId}/kto-zagladal`
  return (
    <>
      <h1 class="govuk-heading-l">{t.officer.title}</h1>
      <div class="splot-on-screen">
        <p class="govuk-body">{t.officer.lead}</p>
        <p class="govuk-body">{t.officer.namesWhy}</p>
        <ButtonLink href={href(named ? own : `${own}?nazwiska=tak`)} kind="secondary">
          {named ? t.officer.withoutNames : t.officer.withNames}
        </ButtonLink>
      </div>
      <p class="govuk-body">
        {t.officer.centre}: {tenant.name}
        <br />
        {t.officer.about(numbers.join(', ') || t.alerts.noNumber)}
        <br />
        {t.officer.made(formatDay(lang, today))}
      </p>
      <LookList groups={groups} />
      <p class="govuk-body">{t.notListed}</p>
    </>
  )
}
