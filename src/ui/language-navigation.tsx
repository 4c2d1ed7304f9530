import { href, langs, type Lang } from '#platform/i18n.ts'
import { useFrame, useText } from './frame.tsx'
import { uiText } from './text.ts'

const names: Record<Lang, string> = { pl: 'Polski', uk: 'Українська', en: 'English' }

/** The same page in each language; no flags, since a language isn't a country. */
export const LanguageNavigation = () => {
  const { lang, path } = useFrame()
  const t = useText()
  return (
    <nav class="govuk-language-navigation" aria-label={t.language}>
      <ul class="govuk-language-navigation__list">
        {langs.map((other) => (
          <li class="govuk-language-navigation__list-item">
            {other === lang ? (
              <span class="govuk-language-navigation__text" aria-current="true" lang={other}>
                {names[other]}
              </span>
            ) : (
              <a
                class="govuk-language-navigation__link"
                href={href(other, path)}
                rel="alternate"
                lang={other}
                hreflang={other}
              >
                {names[other]}
                <span class="govuk-visually-hidden"> {uiText[other].inThisLanguage}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
