import type { NeedReportRefusal } from './need-report-states.ts'
import type { ApplicationRefusal } from './application-states.ts'
import type { GapRefusal } from './gap-states.ts'
import type { PlanRefusal } from './plan-states.ts'
import type { ReviseRefusal } from './plan-rules.ts'
import type { WarningKind } from './plan-warnings.ts'
import type { ReconnaissanceRefusal } from './reconnaissance.ts'
import type { MatchDoubt, MatchReason } from './person-matching.ts'
import type { PeselRefusal } from '#platform/pesel.ts'
import type { ReceiptRefusal } from '#platform/receipt-code.ts'

export type CaseworkRefusal =
  | NeedReportRefusal
  | ApplicationRefusal
  | GapRefusal
  | PlanRefusal
  | ReviseRefusal
  | ReconnaissanceRefusal
  | PeselRefusal
  | ReceiptRefusal

/** Why something is refused, what a plan still lacks, and why two people may be one. */
export const ruleTextPl = {
  refusals: {
    'outcome-missing': 'Zaznacz, jak skończyło się zgłoszenie.',
    'duplicate-of-missing': 'Wskaż zgłoszenie, które się powtarza.',
    'application-missing': 'Najpierw zapisz wniosek.',
    'coordinator-missing': 'Wybierz koordynatora.',
    'reconnaissance-unfinished': 'Najpierw dokończ rozpoznanie potrzeb.',
    'forwarding-consent-missing': 'Zapisz zgodę na przekazanie wniosku: kto, kiedy, co i komu.',
    'decision-number-missing': 'Wpisz numer decyzji. Odmowa zawsze jest decyzją.',
    'gap-owner-missing': 'Wskaż osobę, która zajmie się tą luką.',
    'gap-next-day-missing': 'Wpisz dzień, w którym ktoś do tego wróci.',
    'gap-service-missing': 'Wskaż usługę, która odpowiada na tę potrzebę.',
    'coordination-too-short':
      'Plan jest na co najmniej 3 miesiące koordynacji. Wydaj kartę kwalifikacji albo napisz powód.',
    'period-missing': 'Wpisz, od kiedy do kiedy trwa plan.',
    'ends-before-start': 'Plan kończy się, zanim się zacznie. Popraw daty.',
    'longer-than-a-year': 'Plan może trwać najwyżej rok. Wybierz wcześniejszy koniec.',
    'no-lines': 'Dodaj choć jedną usługę.',
    'line-without-need': 'Wskaż potrzebę, na którą odpowiada ta usługa.',
    'line-without-service': 'Wybierz usługę albo wpisz jej nazwę.',
    'line-amount-not-positive': 'Wpisz, ile i jak często. Liczba musi być większa od zera.',
    'line-ends-before-start': 'Usługa kończy się, zanim się zacznie. Popraw daty.',
    'line-outside-period': 'Usługa musi mieścić się w czasie trwania planu.',
    'agreement-missing': 'Zapisz, jak osoba zgodziła się na ten plan.',
    'agreement-in-future': 'Data zgody jest w przyszłości. Popraw ją.',
    'approver-is-author': 'Plan zatwierdza ktoś inny niż autor.',
    'approver-not-authorised': 'Plan zatwierdza dyrektor albo upoważniony organizator usług.',
    'authorisation-not-active': 'Upoważnienie nie obejmuje dzisiejszego dnia.',
    'end-reason-missing': 'Zaznacz, dlaczego plan się kończy.',
    'end-day-missing': 'Wpisz dzień zakończenia.',
    'ended-before-start': 'Plan nie może skończyć się, zanim się zaczął.',
    'ended-in-future': 'Dzień zakończenia jeszcze nie nadszedł.',
    'period-not-elapsed': 'Czas planu jeszcze nie minął. Zaznacz inny powód.',
    'interview-or-note-missing': 'Zapisz rozmowę podsumowującą albo notatkę, dlaczego jej nie było.',
    'interview-in-future': 'Data rozmowy jest w przyszłości. Popraw ją.',
    'resident-opinion-missing': 'Zapisz, co o planie mówi osoba, której dotyczy.',
    'note-missing': 'Napisz, dlaczego nie było rozmowy.',
    'narrative-missing': 'Opisz przebieg i rezultaty planu.',
    'goal-without-result': 'Przy każdym celu zaznacz, czy się udał.',
    'not-started-yet': 'Plan jeszcze się nie zaczął.',
    'no-successor': 'Nie ma nowej wersji, która zastąpi ten plan.',
    'only-approved-plan-changes': 'Nową wersję robi się tylko z zatwierdzonego planu.',
    'change-reason-missing': 'Napisz, dlaczego plan się zmienia.',
    'revision-already-open': 'Nowa wersja tego planu już powstaje.',
    'day-missing': 'Wpisz dzień rozpoznania.',
    'day-in-future': 'Dzień rozpoznania jeszcze nie nadszedł.',
    'place-missing': 'Zaznacz, gdzie było rozpoznanie.',
    'participants-missing': 'Wpisz, kto brał udział.',
    'needs-missing': 'Dodaj choć jedną potrzebę.',
    'section-without-relevance': 'O pieniądze pytaj tylko, gdy wymaga tego usługa. Napisz która.',
    'coordination-months-missing': 'Wpisz, ile miesięcy potrwa koordynacja usług.',
    'pesel-not-eleven-digits': 'PESEL ma 11 cyfr. Sprawdź go albo zostaw puste pole.',
    'pesel-not-a-date': 'Ten PESEL nie zawiera daty urodzenia. Sprawdź cyfry albo zostaw puste pole.',
    'pesel-checksum': 'W numerze PESEL jest pomyłka. Sprawdź cyfry albo zostaw puste pole.',
    'receipt-not-sixteen-digits': 'Kod zgłoszenia ma 16 cyfr.',
    'receipt-mistyped': 'W kodzie jest pomyłka. Sprawdź go cyfra po cyfrze.',
  } satisfies Record<CaseworkRefusal, string>,
  warnings: {
    'plan-due-soon': 'Zbliża się 30. dzień od wniosku.',
    'late-without-reason': 'Minęło 30 dni od wniosku. Zapisz, dlaczego plan się opóźnił.',
    'service-not-in-force': 'Tej usługi nie ma już w ofercie.',
    'service-not-in-directory': 'Tej usługi nie ma w katalogu. Zaznacz, że jest spoza oferty centrum.',
    'decision-number-missing': 'To świadczenie przyznaje decyzja. Wpisz jej numer, gdy będzie znany.',
    'need-without-answer': 'Na tę potrzebę nic nie odpowiada. Dodaj usługę albo zgłoś lukę.',
    'continued-without-new-reconnaissance': 'Kolejny plan opiera się na starym rozpoznaniu. Porozmawiaj na nowo.',
    'another-active-plan': 'Ta osoba ma już inny plan, który trwa.',
    'no-goals': 'Plan nie ma celów. Zapytaj, co osoba chce zmienić.',
    'no-monitoring-day': 'Ustal dzień, w którym sprawdzicie, jak idzie plan.',
  } satisfies Record<WarningKind, string>,
  match: {
    'same-pesel': 'ten sam PESEL',
    'same-phone': 'ten sam telefon',
    'same-surname': 'to samo nazwisko',
    'similar-surname': 'podobne nazwisko',
    'part-of-surname': 'to samo jedno z nazwisk',
    'same-given-name': 'to samo imię',
    'everyday-given-name': 'zdrobnienie tego imienia',
    'similar-given-name': 'podobne imię',
    'second-given-name': 'to samo drugie imię',
    'names-swapped': 'imię i nazwisko zamienione miejscami',
    'same-birth-date': 'ta sama data urodzenia',
    'birth-day-and-month-swapped': 'dzień i miesiąc urodzenia zamienione miejscami',
    'same-birth-year': 'ten sam rok urodzenia',
  } satisfies Record<MatchReason, string>,
  doubts: {
    'different-pesel': 'inny PESEL',
    'different-birth-date': 'inna data urodzenia',
    'different-birth-year': 'inny rok urodzenia',
  } satisfies Record<MatchDoubt, string>,
}

export type RuleText = typeof ruleTextPl
