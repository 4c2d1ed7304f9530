import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'
import { useText } from './frame.tsx'

interface NotificationBannerProps {
  /** A sentence alone is drawn as the heading; anything else is put in as it is. */
  children: ComponentChildren
  success?: boolean
  title?: string
}

/** One thing that the reader must know about this page or about what they just did. */
export const NotificationBanner = ({ children, success, title }: NotificationBannerProps) => {
  const t = useText()
  return (
    <div
      class={classes('govuk-notification-banner', success && 'govuk-notification-banner--success')}
      role={success ? 'alert' : 'region'}
      aria-labelledby="govuk-notification-banner-title"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="govuk-notification-banner-title">
          {title ?? (success ? t.success : t.important)}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === 'string' ? <p class="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  )
}
