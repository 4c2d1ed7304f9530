import { dayOf, formatDay } from '#platform/i18n.ts'
import { ExitThisPage } from '#ui/exit-this-page.tsx'
import { Polish } from '#ui/polish.tsx'
import { useFrame } from '#ui/frame.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { Kept } from '#ui/kept.tsx'
import { PhoneLink } from '#ui/phone-link.tsx'
import { SampleMark } from '#ui/sample-mark.tsx'
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import type { Offer } from './offer.ts'
import { Checked, Cost, Room } from './offer-facts.tsx'
import { isOpen } from './opening-hours.ts'
import { HoursText, PlaceSection } from './place-section.tsx'
import type { ServiceType } from './service-type.ts'
import { PolishNotice, Said, useDirectoryText } from './spoken.tsx'
import type { DirectoryText } from './text.pl.ts'
import { WayOn } from './way-on.tsx'

interface ServicePageProps {
  offer: Offer
  type: ServiceType
  /** Other active offers of the same type. */
  others: readonly Offer[]
  now: Temporal.Instant
}

/** The answer first: what you get, for whom, how to start, whom to call; the details after. */
export const ServicePage = ({ offer, type, others, now }: ServicePageProps) => {
  const t = useDirectoryText()
  return (
    <>
      {isSensitive(type) && <ExitThisPage />}
      <Kept of={offer} as={`page ${dayOf(now).toString()}`}>
        <Answer offer={offer} now={now} />
      </Kept>
      <WhereAndWhen offer={offer} now={now} />
      {others.length > 0 && (
        <Kept of={offer} as="others">
          <Others type={type} others={others} />
        </Kept>
      )}
      <WayOn title={t.service.notFitting} />
    </>
  )
}

const Answer = ({ offer, now }: Pick<ServicePageProps, 'offer' | 'now'>) => {
  const t = useDirectoryText()
  return (
    <>
      <h1 class="govuk-heading-l">
        <Polish>{offer.name}</Polish>
      </h1>
      {offer.status !== 'active' && <WarningText>{t.service.inactive}</WarningText>}
      <Provider offer={offer} />
      <PolishNotice />
      <p class="govuk-body-l">
        <Polish>{offer.description}</Polish>
      </p>
      <Start offer={offer} />
      <SummaryList rows={useFacts(offer)} />
      <Checked offer={offer} now={now} />
    </>
  )
}

/** Pages that someone may have to leave in a hurry. */
export const isSensitive = (type: Pick<ServiceType, 'groups'>): boolean => type.groups.includes('crisis')

const Provider = ({ offer }: { offer: Offer }) => {
  const t = useDirectoryText()
  const { href } = useFrame()
  const { slug, name, kind } = offer.organisation
  return (
    <p class="govuk-body">
      {t.service.by}:{' '}
      <a class="govuk-link" href={href(`/wykonawcy/${slug}`)}>
        <Polish>{name}</Polish>
      </a>{' '}
      ({t.organisation.kinds[kind]}) {offer.sample && <SampleMark />}
    </p>
  )
}

const Start = ({ offer }: { offer: Offer }) => {
  const t = useDirectoryText()
  return (
    <InsetText>
      <h2 class="govuk-heading-m">{t.service.start}</h2>
      {offer.application_process !== null && (
        <p class="govuk-body">
          <Polish>{offer.application_process}</Polish>
        </p>
      )}
      {offer.phones.map(({ number, description }) => (
        <p class="govuk-body splot-start-phone">
          <PhoneLink phone={number} /> {description !== null && <Polish>({description})</Polish>}
        </p>
      ))}
    </InsetText>
  )
}

function useFacts(offer: Offer): SummaryRow[] {
  const t = useDirectoryText()
  const { lang } = useFrame()
  const served = offer.whole_area ? t.service.wholeCity : <Polish>{offer.districts.join(', ')}</Polish>
  const on = offer.capacity_updated
  const languages = offer.languages.map((code) => t.service.languageNames[code] ?? code).join(', ')
  const age = ageText(offer, t)
  return [
    ...(offer.eligibility_description === null
      ? []
      : [{ key: t.offer.forWhom, value: <Polish>{offer.eligibility_description}</Polish> }]),
    ...(age === '' ? [] : [{ key: t.service.age, value: age }]),
    { key: t.offer.cost, value: <Cost offer={offer} /> },
    {
      key: t.offer.room,
      value: (
        <>
          <Room offer={offer} /> {offer.capacity_description !== null && <Polish>{offer.capacity_description}</Polish>}{' '}
          {on !== null && <span class="splot-muted">{t.offer.capacityOn(formatDay(lang, on))}</span>}
        </>
      ),
    },
    { key: t.service.referral, value: offer.referral_required ? t.service.referralYes : t.service.referralNo },
    { key: t.service.serves, value: served },
    { key: t.service.languages, value: languages },
    ...(offer.email === null ? [] : [{ key: t.service.email, value: <Email address={offer.email} /> }]),
  ]
}

export const Email = ({ address }: { address: string }) => (
  <a class="govuk-link splot-break" href={`mailto:${address}`}>
    {address}
  </a>
)

function ageText({ minimum_age, maximum_age }: Offer, t: DirectoryText): string {
  const from = minimum_age === null ? [] : [t.service.ageFrom(minimum_age)]
  const to = maximum_age === null ? [] : [t.service.ageTo(maximum_age)]
  return [...from, ...to].join(' ')
}

const WhereAndWhen = ({ offer, now }: { offer: Offer; now: Temporal.Instant }) => {
  const t = useDirectoryText()
  return (
    <>
      <h2 class="govuk-heading-m">{t.service.whereWhen}</h2>
      {offer.places.map((place) => (
        <Kept of={place} as={`place ${isOpen(place.schedules, now)}`}>
          <PlaceSection place={place} now={now} />
        </Kept>
      ))}
      {offer.places.length === 0 && (
        <p class="govuk-body">
          {t.offer.secret}. <HoursText hours={offer.schedules} now={now} />
        </p>
      )}
    </>
  )
}

const Others = ({ type, others }: { type: ServiceType; others: readonly Offer[] }) => {
  const t = useDirectoryText()
  const { href } = useFrame()
  return (
    <>
      <h2 class="govuk-heading-m">{t.service.others}</h2>
      <ul class="govuk-list">
        {others.map(({ slug, name, organisation }) => (
          <li>
            <a class="govuk-link" href={href(`/uslugi/${slug}`)}>
              <Polish>{name}</Polish>
            </a>{' '}
            <Polish>({organisation.name})</Polish>
          </li>
        ))}
        <li>
          <a class="govuk-link" href={href(`/uslugi?typ=${type.slug}`)}>
            <Said texts={type.name} />
          </a>
        </li>
      </ul>
    </>
  )
}
