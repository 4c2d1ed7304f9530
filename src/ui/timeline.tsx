import type { ComponentChildren } from 'preact'
import { formatInstant } from '#platform/i18n.ts'
import { useFrame, useText } from './frame.tsx'

export interface TimelineItem {
  title: string
  at: Temporal.Instant
  by?: string | undefined
  children?: ComponentChildren
}

/** What happened, newest first as given. */
export const Timeline = ({ items, headingLevel = 2 }: { items: readonly TimelineItem[]; headingLevel?: 2 | 3 | 4 }) => {
  const { lang } = useFrame()
  const t = useText()
  const Heading = `h${headingLevel}` as const
  return (
    <div class="moj-timeline">
      {items.map(({ title, at, by, children }) => (
        <div class="moj-timeline__item">
          <div class="moj-timeline__header">
            <Heading class="moj-timeline__title">{title}</Heading>
            {by !== undefined && (
              <p class="moj-timeline__byline">
                {' '}
                {t.by} {by}
              </p>
            )}
          </div>
          <p class="moj-timeline__date">
            <time dateTime={at.toString()}>{formatInstant(lang, at)}</time>
          </p>
          {children !== undefined && <div class="moj-timeline__description">{children}</div>}
        </div>
      ))}
    </div>
  )
}
