import { BackLink } from './back-link.tsx'
import { Badge } from './badge.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Details } from './details.tsx'
import { Doors } from './doors.tsx'
import { EmptyState } from './empty-state.tsx'
import { ErrorExamples, FormExamples } from './examples-forms.tsx'
import { StaffExamples } from './examples-staff.tsx'
import { ExitThisPage } from './exit-this-page.tsx'
import { Foreign } from './foreign.tsx'
import { InsetText } from './inset-text.tsx'
import { NotificationBanner } from './notification-banner.tsx'
import { PhoneCallout } from './phone-callout.tsx'
import { Progress } from './progress.tsx'
import { SampleMark } from './sample-mark.tsx'
import { SearchBox } from './search-box.tsx'
import { StepLine } from './step-line.tsx'
import { SummaryList } from './summary-list.tsx'
import { WarningText } from './warning-text.tsx'

const doors = [
  { title: 'Opieka nad bliskim', href: '?1', text: 'Gdy opiekujesz się kimś i potrzebujesz odpocząć.' },
  { title: 'Starość i samotność', href: '?2', text: 'Pomoc w domu, towarzystwo, teleopieka.' },
  { title: 'Dziecko i rodzina', href: '?3', text: 'Wsparcie dla rodziców, asystent, świetlica.' },
]

const steps = [
  { title: 'Zgłoszenie', state: 'done', when: '30 października', children: <p class="govuk-body">Przez telefon.</p> },
  { title: 'Przyjęcie wniosku', state: 'done', when: '2 listopada' },
  {
    title: 'Rozmowa w domu',
    state: 'now',
    when: 'do 28 listopada',
    children: <p class="govuk-body">Przyjdzie Anna Malwa. Zadzwoni dzień wcześniej.</p>,
  },
  { title: 'Plan usług', state: 'later' },
  { title: 'Pierwsza usługa', state: 'later' },
] as const

const answers = [
  { key: 'Dla kogo', value: 'Bliska mi osoba', actions: [{ href: '?1' }] },
  { key: 'Dzielnica', value: 'Rubinkowo', actions: [{ href: '?2' }, { href: '?3', text: 'Usuń' }] },
  { key: 'Przyjęto', value: '22 listopada 2026' },
]

const TextExamples = () => (
  <>
    <p class="govuk-body-l">Powiedz, co się dzieje. Znajdziemy kogoś, kto pomoże.</p>
    <p class="govuk-body">
      Zażółć gęślą jaźń. Їжак і ґанок. <a href="/">Zwykły odsyłacz</a> i{' '}
      <a class="govuk-link" href="/">
        odsyłacz w tekście
      </a>
      . <SampleMark /> <Badge>bezpłatnie</Badge>
    </p>
    <InsetText>Usługa jest bezpłatna, gdy dochód nie przekracza progu.</InsetText>
    <WarningText>Wniosek trzeba podpisać przed pierwszą wizytą.</WarningText>
    <Details summary="Jak liczymy dochód?">Bierzemy dochód z poprzedniego miesiąca.</Details>
    <Details summary="Co, jeśli nie pasuje?" open>
      Zadzwoń. Poszukamy razem.
    </Details>
    <NotificationBanner success>Zapisaliśmy zmiany.</NotificationBanner>
    <Foreign lang="en" notice>
      <p class="govuk-body">This paragraph is in English.</p>
    </Foreign>
  </>
)

/** Every component in its states, for the eye and for the accessibility test. */
export const Examples = () => (
  <>
    <ExitThisPage />
    <Breadcrumbs
      items={[{ text: 'Strona główna', href: '/' }, { text: 'Usługi', href: '/uslugi' }, { text: 'Przykłady' }]}
    />
    <BackLink href="/" />
    <h1 class="govuk-heading-l">Przykłady</h1>
    <ErrorExamples />
    <TextExamples />
    <h2 class="govuk-heading-m">Na stronie głównej</h2>
    <SearchBox action="/uslugi" label="W czym możemy pomóc?" example="Na przykład: mama wraca ze szpitala" />
    <Doors doors={doors} headingLevel={3} />
    <PhoneCallout headingLevel={3} />
    <Progress at={3} of={7} />
    <FormExamples />
    <h2 class="govuk-heading-m">Sprawdź odpowiedzi</h2>
    <SummaryList rows={answers} />
    <SummaryList rows={answers.slice(0, 1)} card={{ title: 'Osoba', headingLevel: 3 }} />
    <h2 class="govuk-heading-m">Twoja sprawa</h2>
    <StepLine steps={steps} headingLevel={3} />
    <EmptyState title="Nie ma jeszcze planów" text="Pierwszy powstanie z rozpoznania potrzeb." />
    <StaffExamples />
  </>
)
