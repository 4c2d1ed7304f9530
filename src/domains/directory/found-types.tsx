import { useFrame } from '#ui/frame.tsx'
import { Kept } from '#ui/kept.tsx'
import type { FoundType } from './search-services.ts'
import type { ServiceType } from './service-type.ts'
import { OfferCard } from './offer-facts.tsx'
import { Said, useDirectoryText } from './spoken.tsx'

/** A type under its name with its first offers; a type that nobody offers says so and leads on. */
export const FoundTypeSection = ({ found, now, most = Infinity }: FoundTypeSectionProps) => {
  const t = useDirectoryText()
  const { href } = useFrame()
  const { type, offers } = found
  const shown = offers.slice(0, most)
  return (
    <section class="splot-found">
      <Kept of={type} as="name">
        <TypeName type={type} />
      </Kept>
      {offers.length === 0 && <Gap />}
      {shown.length > 0 && (
        <ul class="splot-offers">
          {shown.map((offer) => (
            <OfferCard offer={offer} now={now} />
          ))}
        </ul>
      )}
      {shown.length < offers.length && (
        <p>
          <a class="govuk-link" href={href(`/uslugi?typ=${type.slug}`)}>
            {shown.length === 0 ? t.search.offers(offers.length) : t.search.moreOffers(offers.length - shown.length)}
            <span class="govuk-visually-hidden">
              {': '}
              <Said texts={type.name} />
            </span>
          </a>
        </p>
      )}
    </section>
  )
}

const TypeName = ({ type }: { type: ServiceType }) => {
  const { href } = useFrame()
  return (
    <>
      <h2 class="govuk-heading-m splot-found__name">
        <a class="govuk-link" href={href(`/uslugi?typ=${type.slug}`)}>
          <Said texts={type.name} />
        </a>
      </h2>
      <p class="splot-found__what">
        <Said texts={type.description} />
      </p>
    </>
  )
}

interface FoundTypeSectionProps {
  found: FoundType
  now: Temporal.Instant
  /** How many offers are shown before the link to all of them. */
  most?: number
}

const Gap = () => {
  const t = useDirectoryText()
  const { href } = useFrame()
  return (
    <div class="govuk-inset-text">
      <p>
        {t.search.gap} {t.search.gapWhat}
      </p>
      <a class="govuk-link" href={href('/potrzebuje-pomocy')}>
        {t.home.report}
      </a>
    </div>
  )
}

/** Names of types as links, each with the number of its offers. */
export const TypeLinks = ({ types }: { types: readonly ServiceType[] }) => {
  const t = useDirectoryText()
  const { href } = useFrame()
  return (
    <ul class="govuk-list splot-types">
      {types.map((type) => (
        <li>
          <a class="govuk-link" href={href(`/uslugi?typ=${type.slug}`)}>
            <Said texts={type.name} />
          </a>{' '}
          <span class="splot-types__offers">{t.search.offers(type.offers)}</span>
        </li>
      ))}
    </ul>
  )
}
