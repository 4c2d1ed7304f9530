import type { ComponentChildren } from 'preact'
import type { Lang } from '#platform/i18n.ts'
import { useFrame, useText } from './frame.tsx'

/** Text that exists only in `lang`: marked for screen readers, and said to the reader. */
export const Foreign = ({ lang, children, notice }: { lang: Lang; children: ComponentChildren; notice?: boolean }) => {
  const frame = useFrame()
  const t = useText()
  if (frame.lang === lang) return <>{children}</>
  return (
    <>
      {notice && <p class="govuk-hint">{t.onlyIn}</p>}
      <div lang={lang}>{children}</div>
    </>
  )
}
