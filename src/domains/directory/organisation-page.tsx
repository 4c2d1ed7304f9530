import { PhoneLink } from '#ui/phone-link.tsx'
import { Polish } from '#ui/polish.tsx'
import { SampleMark } from '#ui/sample-mark.tsx'
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx'
import type { Offer, Organisation } from './offer.ts'
import { OfferCard } from './offer-facts.tsx'
import { Email } from './service-page.tsx'
import { PolishNotice, useDirectoryText } from './spoken.tsx'
import { WayOn } from './way-on.tsx'

interface OrganisationPageProps {
  organisation: Organisation
  offers: readonly Offer[]
  now: Temporal.Instant
}

export const OrganisationPage = ({ organisation, offers, now }: OrganisationPageProps) => {
  const t = useDirectoryText()
  return (
    <>
      <h1 class="govuk-heading-l">
        <Polish>{organisation.name}</Polish>
      </h1>
      <p class="govuk-body">
        {t.organisation.kinds[organisation.kind]} {organisation.sample && <SampleMark />}
      </p>
      <PolishNotice />
      <p class="govuk-body-l">
        <Polish>{organisation.description}</Polish>
      </p>
      <h2 class="govuk-heading-m">{t.organisation.contact}</h2>
      <SummaryList rows={useContactRows(organisation)} />
      <h2 class="govuk-heading-m">{t.organisation.offers}</h2>
      {offers.length === 0 && <p class="govuk-body">{t.organisation.none}</p>}
      <ul class="splot-offers">
        {offers.map((offer) => (
          <OfferCard offer={offer} now={now} own />
        ))}
      </ul>
      <WayOn title={t.service.notFitting} />
    </>
  )
}

function useContactRows({ phones, email, website, legal_status }: Organisation): SummaryRow[] {
  const t = useDirectoryText()
  return [
    ...phones.map(({ number, description }) => ({
      key: t.service.phone,
      value: (
        <>
          <PhoneLink phone={number} /> {description !== null && <Polish>({description})</Polish>}
        </>
      ),
    })),
    ...(email === null ? [] : [{ key: t.service.email, value: <Email address={email} /> }]),
    ...(website === null ? [] : [{ key: t.organisation.website, value: <Website address={website} /> }]),
    ...(legal_status === null ? [] : [{ key: t.organisation.legal, value: <Polish>{legal_status}</Polish> }]),
  ]
}

const Website = ({ address }: { address: string }) => (
  <a class="govuk-link splot-break" href={address} rel="noreferrer">
    {address}
  </a>
)
