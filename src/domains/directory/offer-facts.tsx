import type { ComponentChildren } from 'preact'
import { dayOf, daysAgo, daysUntil, type Lang } from '#platform/i18n.ts'
import { useFrame } from '#ui/frame.tsx'
import { Polish } from '#ui/polish.tsx'
import { Kept } from '#ui/kept.tsx'
import { SampleMark } from '#ui/sample-mark.tsx'
import { Tag, type TagKind } from '#ui/tag.tsx'
import type { Offer } from './offer.ts'
import { useDirectoryText } from './spoken.tsx'
import type { DirectoryText } from './text.pl.ts'

/** The four facts people ask first, and when somebody last checked them. */
export const OfferCard = (props: OfferCardProps) => {
  const { offer, now, headingLevel = 3, own = false } = props
  return (
    <Kept of={offer} as={`card ${headingLevel} ${own} ${dayOf(now).toString()}`}>
      <Card {...props} />
    </Kept>
  )
}

const Card = ({ offer, now, headingLevel = 3, own = false }: OfferCardProps) => {
  const { href } = useFrame()
  const Heading = `h${headingLevel}` as const
  return (
    <li class="splot-offer">
      <Heading class="splot-offer__name">
        <a class="govuk-link" href={href(`/uslugi/${offer.slug}`)}>
          <Polish>{offer.name}</Polish>
        </a>
      </Heading>
      {!own && (
        <p class="splot-offer__by">
          <Polish>{offer.organisation.name}</Polish> {offer.sample && <SampleMark />}
        </p>
      )}
      <OfferFacts offer={offer} />
      <Checked offer={offer} now={now} />
    </li>
  )
}

interface OfferCardProps {
  offer: Offer
  now: Temporal.Instant
  headingLevel?: 2 | 3 | 4
  /** On the page of its organisation, which is named there already. */
  own?: boolean
}

const OfferFacts = ({ offer }: { offer: Offer }) => {
  const t = useDirectoryText()
  return (
    <dl class="splot-offer__facts">
      {offer.eligibility_description !== null && (
        <Fact name={t.offer.forWhom}>
          <Polish>{offer.eligibility_description}</Polish>
        </Fact>
      )}
      <Fact name={t.offer.where}>{where(offer, t)}</Fact>
      <Fact name={t.offer.cost}>
        <Cost offer={offer} />
      </Fact>
      <Fact name={t.offer.room}>
        <Room offer={offer} />
      </Fact>
    </dl>
  )
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** Streets with their district; what has no place is given at home, by phone or where nobody may know. */
function where({ places }: Offer, t: DirectoryText): ComponentChildren {
  if (places.length === 0) return t.offer.secret
  return (
    <Polish>
      {places.map(({ district, address_1 }) => [address_1, district].filter(Boolean).join(', ')).join('; ')}
    </Polish>
  )
}

export const Cost = ({ offer }: { offer: Offer }) => {
  const t = useDirectoryText()
  if (offer.fees_description === null) return <>{offer.free ? t.offer.free : t.offer.capacity.unknown}</>
  return <Polish>{offer.fees_description}</Polish>
}

const roomKinds: Record<Offer['capacity_available'], TagKind> = {
  available: 'done',
  limited: 'waiting',
  none: 'inactive',
  unknown: 'inactive',
}

export const Room = ({ offer }: { offer: Offer }) => (
  <Tag kind={roomKinds[offer.capacity_available]}>{useDirectoryText().offer.capacity[offer.capacity_available]}</Tag>
)

const STALE_DAYS = 365

/** How old the entry is, so that nobody travels for an old promise. */
export const Checked = ({ offer, now }: { offer: Offer; now: Temporal.Instant }) => {
  const { lang } = useFrame()
  return <p class="splot-offer__checked">{checkedText(offer.assured_date, now, lang, useDirectoryText())}</p>
}

export function checkedText(
  on: Temporal.PlainDate | null,
  now: Temporal.Instant,
  lang: Lang,
  t: DirectoryText,
): string {
  if (on === null) return t.offer.neverChecked
  const days = Math.max(0, -daysUntil(dayOf(now), on))
  return days > STALE_DAYS ? t.offer.checkedLong : t.offer.checked(daysAgo(lang, days))
}
