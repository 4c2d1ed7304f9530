import type { ComponentChildren } from 'preact'
import { formatDay } from '#platform/i18n.ts'
import { useFrame } from '#ui/frame.tsx'
import { PhoneLink } from '#ui/phone-link.tsx'
import type { StatementDays } from './accessibility.ts'
import { statusOf, unmetCriteria, type GateResult } from './accessibility-result.ts'
import { accessibilityText } from './accessibility-text.ts'

interface StatementProps {
  site: string
  result: GateResult
  days: StatementDays
  centre: { name: string; address: string; email: string; phone: string }
}

/**
 * The accessibility statement, from what the gate found and what nobody has tried. The ids starting with `a11y-` are read by the ministry's validator: "Warunki techniczne
 * publikacji oraz struktura dokumentu elektronicznego deklaracji dostępności" 2.0 of 31 July 2024. They and the
 * wording are to be checked against that document before a centre publishes its site.
 */
export const AccessibilityPage = (props: StatementProps) => (
  <>
    <Opening {...props} />
    <Status result={props.result} />
    <Preparation {...props} />
    <Ease />
    <Contact {...props} />
    <Procedure />
    <Other {...props} />
  </>
)

const useStatement = () => accessibilityText[useFrame().lang]

const Opening = ({ centre, site, days }: StatementProps) => {
  const t = useStatement()
  return (
    <>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body" id="a11y-wstep">
        <span id="a11y-podmiot">{centre.name}</span> {t.pledge} <span id="a11y-zakres">{t.scope}</span> {t.pledgeEnd}{' '}
        {t.concerns}{' '}
        <a class="govuk-link" id="a11y-url" href={site}>
          {site.replace(/^https?:\/\//, '')}
        </a>
        .
      </p>
      <ul class="govuk-list">
        <li>
          {t.sitePublished} <Day id="a11y-data-publikacja" day={days.sitePublished} />
        </li>
        <li>
          {t.siteChanged} <Day id="a11y-data-aktualizacja" day={days.siteChanged} />
        </li>
      </ul>
    </>
  )
}

const Status = ({ result }: Pick<StatementProps, 'result'>) => {
  const t = useStatement()
  const unmet = unmetCriteria(result).map(({ criterion, pages }) => t.unmet(criterion, pages))
  return (
    <>
      <h2 class="govuk-heading-m">{t.statusTitle}</h2>
      <p class="govuk-body" id="a11y-status">
        {t.status[statusOf(result, t.unchecked.length)]}
      </p>
      <p class="govuk-body">{t.statusPlainly}</p>
      <h2 class="govuk-heading-m">{t.gapsTitle}</h2>
      <h3 class="govuk-heading-s">{t.gapsOf}</h3>
      <Points of={[...unmet, ...t.gaps]} />
      <h3 class="govuk-heading-s">{t.uncheckedTitle}</h3>
      <Points of={t.unchecked} />
      <p class="govuk-body">{t.uncheckedWay}</p>
      <p class="govuk-body">{t.gapsWay}</p>
    </>
  )
}

const Preparation = ({ days, result }: Pick<StatementProps, 'days' | 'result'>) => {
  const t = useStatement()
  return (
    <>
      <h2 class="govuk-heading-m">{t.preparedTitle}</h2>
      <ul class="govuk-list">
        <li>
          {t.prepared} <Day id="a11y-data-sporzadzenie" day={days.prepared} />
        </li>
        {days.reviewed && (
          <li>
            {t.reviewed} <Day id="a11y-data-przeglad" day={days.reviewed} />
          </li>
        )}
      </ul>
      <p class="govuk-body" id="a11y-ocena">
        {t.method}
      </p>
      <h3 class="govuk-heading-s">{t.testedTitle}</h3>
      <Points of={t.tested} />
      <h3 class="govuk-heading-s">{t.foundTitle}</h3>
      <Found result={result} />
    </>
  )
}

const Found = ({ result }: Pick<StatementProps, 'result'>) => {
  const { lang } = useFrame()
  const t = accessibilityText[lang]
  const { checkedOn, pages, views, walks, refusedForms, faults } = result
  const figures = [
    t.foundOn(formatDay(lang, Temporal.PlainDate.from(checkedOn))),
    t.foundPages(pages.length),
    t.foundViews(views),
    t.foundWalks(walks),
    t.foundForms(refusedForms),
    t.foundFaults(faults.length),
  ]
  return <Points of={figures} />
}

const Ease = () => {
  const t = useStatement()
  return (
    <>
      <h2 class="govuk-heading-m">{t.easeTitle}</h2>
      <Points of={t.ease} />
      <h2 class="govuk-heading-m">{t.keysTitle}</h2>
      <p class="govuk-body">{t.keys}</p>
    </>
  )
}

const Contact = ({ centre }: StatementProps) => {
  const t = useStatement()
  return (
    <section id="a11y-kontakt">
      <h2 class="govuk-heading-m">{t.contactTitle}</h2>
      <p class="govuk-body">{t.contact}</p>
      <ul class="govuk-list">
        <li id="a11y-osoba">{t.contactPerson}</li>
        <li>
          {t.email}{' '}
          <a class="govuk-link" id="a11y-email" href={`mailto:${centre.email}`}>
            {centre.email}
          </a>
        </li>
        <li>
          {t.phone}{' '}
          <span id="a11y-telefon">
            <PhoneLink phone={centre.phone} />
          </span>
        </li>
      </ul>
    </section>
  )
}

const Procedure = () => {
  const t = useStatement()
  return (
    <section id="a11y-procedura">
      <h2 class="govuk-heading-m">{t.procedureTitle}</h2>
      <Points of={t.procedure} />
      <p class="govuk-body">
        {t.ombudsman}{' '}
        <a class="govuk-link" href="https://bip.brpo.gov.pl/">
          bip.brpo.gov.pl
        </a>
      </p>
    </section>
  )
}

const Other = ({ centre }: StatementProps) => {
  const t = useStatement()
  return (
    <>
      <h2 class="govuk-heading-m">{t.otherTitle}</h2>
      <Part id="a11y-aplikacje" title={t.appsTitle}>
        <p class="govuk-body">{t.apps}</p>
      </Part>
      <Part id="a11y-architektura" title={t.buildingTitle}>
        <p class="govuk-body">{t.building(centre.address)}</p>
        <p class="govuk-body">{t.buildingAsk}</p>
      </Part>
      <Part id="a11y-komunikacja" title={t.talkTitle}>
        <Points of={t.talk} />
      </Part>
    </>
  )
}

const Part = ({ id, title, children }: { id: string; title: string; children: ComponentChildren }) => (
  <section id={id}>
    <h3 class="govuk-heading-s">{title}</h3>
    {children}
  </section>
)

const Points = ({ of }: { of: readonly string[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {of.map((point) => (
      <li>{point}</li>
    ))}
  </ul>
)

const Day = ({ id, day }: { id: string; day: Temporal.PlainDate }) => (
  <time id={id} datetime={day.toString()}>
    {formatDay(useFrame().lang, day)}
  </time>
)
