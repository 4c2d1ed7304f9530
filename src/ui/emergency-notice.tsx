import { formatInstant } from '#platform/i18n.ts'
import { useFrame, useText } from './frame.tsx'
import { NotificationBanner } from './notification-banner.tsx'

/** On every page that shows a record opened by breaking the glass: until when, and that each look is kept. */
export const EmergencyNotice = ({ until }: { until: Temporal.Instant }) => {
  const t = useText()
  return <NotificationBanner>{t.emergency(formatInstant(useFrame().lang, until))}</NotificationBanner>
}
