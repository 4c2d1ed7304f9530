import { useText } from './frame.tsx'

const asButton = { role: 'button' } as const

/** On pages about violence: one press leads to an everyday page, without a trace of this one as the referrer. */
export const ExitThisPage = ({ to = 'https://pl.wikipedia.org/' }: { to?: string }) => {
  const t = useText()
  return (
    <div class="govuk-exit-this-page">
      <a
        href={to}
        {...asButton}
        draggable={false}
        class="govuk-button govuk-button--warning govuk-exit-this-page__button"
        rel="nofollow noreferrer"
      >
        <span class="govuk-visually-hidden">{t.leaveNowQuickly}</span> {t.leaveNow}
      </a>
    </div>
  )
}
