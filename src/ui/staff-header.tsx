import type { ComponentChildren } from 'preact'
import { useFrame, useText } from './frame.tsx'
import { CentreName } from './header.tsx'
import { HelpLink } from './help-link.tsx'
import { LanguageNavigation } from './language-navigation.tsx'
import type { Link } from './link.ts'
import { Navigation } from './navigation.tsx'

interface StaffHeaderProps {
  sections: readonly Link[]
  /** The form that signs out; it needs a key that only the platform can make. */
  signOut?: ComponentChildren
}

/** Who is signed in and the parts of the workplace that their role opens. */
export const StaffHeader = ({ sections, signOut }: StaffHeaderProps) => {
  const { user, href } = useFrame()
  const t = useText()
  return (
    <header class="splot-header splot-header--staff">
      <div class="govuk-width-container splot-header__bar">
        <CentreName to="/praca" />
        <LanguageNavigation />
        {user && (
          <div class="splot-header__user">
            <a class="govuk-link" href={href('/praca/moje-konto')}>
              <span class="govuk-visually-hidden">{t.signedInAs} </span>
              {user.name}
            </a>
            <HelpLink />
            {signOut}
          </div>
        )}
      </div>
      <Navigation label={t.staffMenu} items={sections} />
    </header>
  )
}
