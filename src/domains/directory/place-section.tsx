import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx'
import { Polish } from '#ui/polish.tsx'
import { Tag } from '#ui/tag.tsx'
import { hoursLines } from './hours-text.ts'
import type { OfferPlace } from './offer.ts'
import { type Hours, isAlwaysOpen, isOpen } from './opening-hours.ts'
import { useDirectoryText } from './spoken.tsx'

/** A place with how to find it, get in and when; "open now" as of the moment the page was drawn. */
export const PlaceSection = ({ place, now }: { place: OfferPlace; now: Temporal.Instant }) => {
  const t = useDirectoryText()
  const rows: SummaryRow[] = [
    { key: t.offer.where, value: <Address place={place} /> },
    ...(place.transportation === null
      ? []
      : [{ key: t.service.directions, value: <Polish>{place.transportation}</Polish> }]),
    ...(place.accessibility.length === 0
      ? []
      : [{ key: t.service.accessibility, value: place.accessibility.map((code) => t.accessibility[code]).join(', ') }]),
    { key: t.service.hours, value: <HoursText hours={place.schedules} now={now} /> },
  ]
  return (
    <section class="splot-place">
      <h3 class="govuk-heading-s">
        <Polish>{place.name}</Polish>
      </h3>
      <SummaryList rows={rows} noBorder />
    </section>
  )
}

const Address = ({ place }: { place: OfferPlace }) => (
  <Polish>
    {place.address_1}
    <br />
    {place.postal_code} {place.city}
    {place.district !== null && ` (${place.district})`}
  </Polish>
)

export const HoursText = ({ hours, now }: { hours: readonly Hours[]; now: Temporal.Instant }) => {
  const t = useDirectoryText()
  if (hours.length === 0) return <>{t.offer.byArrangement}</>
  const open = isOpen(hours, now)
  return (
    <>
      {hoursLines(hours, t).map((line) => (
        <span class="splot-hours">{line}</span>
      ))}
      <Tag kind={open ? 'done' : 'inactive'}>{open ? t.offer.openNow : t.offer.closedNow}</Tag>
      {!isAlwaysOpen(hours) && !hours.some(({ holidays }) => holidays) && (
        <span class="splot-hours splot-hours--note">{t.offer.notOnHolidays}</span>
      )}
    </>
  )
}
