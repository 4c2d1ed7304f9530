import { useFrame, useText } from './frame.tsx'
import { Kept } from './kept.tsx'
import { LanguageNavigation } from './language-navigation.tsx'
import type { Link } from './link.ts'
import { Mark } from './mark.tsx'
import { Navigation } from './navigation.tsx'
import { PhoneHours } from './phone-hours.tsx'
import { PhoneLink } from './phone-link.tsx'

/** The centre's own name and arms first, the phone always in sight, then the ways through the site. */
export const Header = ({ navigation = [] }: { navigation?: readonly Link[] | undefined }) => {
  const { tenant } = useFrame()
  const t = useText()
  return (
    <header class="splot-header">
      <div class="splot-header__top">
        <div class="govuk-width-container">
          <LanguageNavigation />
        </div>
      </div>
      <Kept of={tenant} as="header">
        <Bar />
      </Kept>
      {navigation.length > 0 && (
        <Kept of={tenant} as={`menu ${JSON.stringify(navigation)}`}>
          <Navigation label={t.mainMenu} items={navigation} />
        </Kept>
      )}
    </header>
  )
}

const Bar = () => {
  const { tenant } = useFrame()
  const t = useText()
  return (
    <div class="govuk-width-container splot-header__bar">
      <CentreName />
      <p class="splot-header__phone">
        <span class="govuk-visually-hidden">{t.call}: </span>
        <PhoneLink phone={tenant.phone} />
        <span class="splot-header__hours">
          <PhoneHours />
        </span>
      </p>
    </div>
  )
}

export const CentreName = ({ to = '/' }: { to?: string }) => {
  const { href, lang, tenant } = useFrame()
  return (
    <a class="splot-header__home" href={href(to)}>
      {tenant.arms === undefined ? <Mark size={40} /> : <img src={tenant.arms} alt="" width="40" height="48" />}
      <span class="splot-header__name" lang={lang === 'pl' ? undefined : 'pl'}>
        {tenant.name}
      </span>
    </a>
  )
}
