import { useText } from './frame.tsx'

/** On pages about violence: one press leads to an everyday page, without a trace of this one as the referrer. */
export const ExitThisPage = ({ to = 'https://pogoda.interia.pl/' }: { to?: string }) => {
  const t = useText()
  return (
    <div class="govuk-exit-this-page">
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it leads away, so it is a link */}
      <a
        href={to}
        role="button"
        draggable={false}
        class="govuk-button govuk-button--warning govuk-exit-this-page__button"
        rel="nofollow noreferrer"
      >
        <span class="govuk-visually-hidden">{t.leaveNowQuickly}</span> {t.leaveNow}
      </a>
    </div>
  )
}
