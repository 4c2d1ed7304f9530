import { useFrame, useText } from './frame.tsx'
import { Mark } from './mark.tsx'
import { SampleNotice } from './sample-mark.tsx'

/** The same links in the same order on every page (WCAG 2.2, 3.2.6). */
export const Footer = () => {
  const { href, tenant, user } = useFrame()
  const t = useText()
  const links = [
    { text: t.help, href: '/pomoc' },
    { text: t.accessibility, href: '/deklaracja-dostepnosci' },
    { text: t.privacy, href: '/twoje-dane' },
    ...(user ? [] : [{ text: t.signIn, href: '/logowanie' }]),
  ]
  return (
    <footer class="govuk-footer">
      <div class="govuk-width-container">
        {tenant.sample && <SampleNotice />}
        <div class="govuk-footer__meta">
          <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
            <h2 class="govuk-visually-hidden">{t.footerLinks}</h2>
            <ul class="govuk-footer__inline-list">
              {links.map((link) => (
                <li class="govuk-footer__inline-list-item">
                  <a class="govuk-footer__link" href={href(link.href)}>
                    {link.text}
                  </a>
                </li>
              ))}
            </ul>
          </div>
          <p class="govuk-footer__meta-item splot-footer__made">
            <Mark size={20} /> {t.madeWith}
          </p>
        </div>
      </div>
    </footer>
  )
}
