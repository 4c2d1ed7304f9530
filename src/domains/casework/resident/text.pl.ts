import type { ApplicationState } from '../application-states.ts'
import type { NeedReportState } from '../need-report-states.ts'
import type { PlanState } from '../plan-state.ts'
import type { Stage } from './resident-states.ts'

/** What happens now, and the one thing that comes next or that the person can do. */
export interface Sentences {
  now: string
  next: string
}

export const pl = {
  sign: {
    title: 'Twoja sprawa',
    lead: 'Wpisz kod z potwierdzenia i rok urodzenia. Pokażemy, co się dzieje.',
    code: 'Kod zgłoszenia',
    codeHint: '16 cyfr, na przykład 1234 5678 9012 3456. Spacje nie mają znaczenia.',
    year: 'Rok urodzenia',
    yearHint: 'Rok urodzenia osoby, której dotyczy zgłoszenie.',
    open: 'Pokaż moją sprawę',
    noCode: 'Nie masz kodu? Zadzwoń, znajdziemy sprawę razem.',
  },
  errors: {
    code: 'Wpisz 16 cyfr kodu',
    mistyped: 'W kodzie jest pomyłka. Sprawdź go cyfra po cyfrze',
    year: 'Wpisz rok urodzenia czterema cyframi, na przykład 1948',
    wrong: 'Kod albo rok urodzenia się nie zgadza. Sprawdź oba albo zadzwoń do nas',
    tooMany: 'Było zbyt wiele prób. Spróbuj za godzinę albo zadzwoń do nas',
  },
  page: {
    title: 'Twoja sprawa',
    steps: 'Twoja sprawa krok po kroku',
    nowTitle: 'Co dzieje się teraz',
    nextTitle: 'Co dalej',
    who: 'Kto się tym zajmuje',
    centre: 'Pracownicy centrum',
    byWhen: 'Do kiedy',
    call: 'Do kogo zadzwonić',
    number: 'Numer sprawy',
    close: 'Zamknij stronę sprawy',
    closedByItself: 'Strona zamknie się sama po 30 minutach.',
    print: 'Tę stronę możesz wydrukować.',
    left: 'Zamknięto stronę sprawy.',
  },
  stages: {
    report: 'Zgłoszenie',
    talk: 'Pierwsza rozmowa',
    application: 'Wniosek',
    needs: 'Rozmowa o potrzebach',
    plan: 'Plan pomocy',
    help: 'Pomoc',
    summary: 'Podsumowanie',
  } satisfies Record<Stage, string> as Record<Stage, string>,
  report: {
    new: { now: 'Mamy Twoje zgłoszenie i je czytamy.', next: 'Odezwiemy się tak, jak prosisz.' },
    contacted: { now: 'Rozmawialiśmy już. Ustalamy, co może pomóc.', next: 'Zapiszemy razem wniosek.' },
    registered: { now: 'Zapisaliśmy Twój wniosek.', next: 'Wyznaczymy osobę, która poprowadzi sprawę.' },
    closed: { now: 'Zakończyliśmy to zgłoszenie.', next: 'Jeśli coś się zmieniło, zadzwoń. Zaczniemy od nowa.' },
  } satisfies Record<NeedReportState, Sentences>,
  application: {
    received: { now: 'Mamy Twój wniosek.', next: 'Wyznaczymy osobę, która poprowadzi sprawę.' },
    incomplete: { now: 'We wniosku czegoś brakuje.', next: 'Zadzwoń. Powiemy, co trzeba dodać.' },
    assigned: { now: 'Twoją sprawę prowadzi już jedna osoba.', next: 'Umówi z Tobą rozmowę o potrzebach.' },
    recognised: { now: 'Rozmowa za nami. Dobieramy pomoc.', next: 'Pokażemy Ci propozycję i zapytamy o zdanie.' },
    waitlisted: { now: 'Czekasz w kolejce na wolne miejsce.', next: 'Zadzwonimy, gdy miejsce się zwolni.' },
    'plan-offered': { now: 'Układamy z Tobą plan pomocy.', next: 'Ustalimy, kto, kiedy i jak pomoże.' },
    'card-offered': { now: 'Pomoc jest przyznana.', next: 'Wykonawca umówi się z Tobą na początek.' },
    forwarded: { now: 'Sprawa trafiła tam, gdzie jest ta pomoc.', next: 'Zadzwoń. Powiemy, kto ją teraz prowadzi.' },
    refused: { now: 'Wydaliśmy decyzję. Wyślemy ją na piśmie.', next: 'Decyzja mówi, jak się odwołać i do kiedy.' },
    'left-unconsidered': {
      now: 'Nie mogliśmy zająć się wnioskiem.',
      next: 'Zadzwoń. Możesz złożyć wniosek jeszcze raz.',
    },
    withdrawn: { now: 'Wniosek został wycofany.', next: 'Jeśli zmienisz zdanie, zadzwoń.' },
    closed: { now: 'Sprawa jest zakończona.', next: 'Jeśli znów potrzebujesz pomocy, zadzwoń.' },
  } satisfies Record<ApplicationState, Sentences>,
  plan: {
    draft: { now: 'Układamy z Tobą plan pomocy.', next: 'Pokażemy Ci go i zapytamy, czy się zgadzasz.' },
    agreed: { now: 'Plan jest z Tobą uzgodniony.', next: 'Przekażemy go do zatwierdzenia.' },
    submitted: { now: 'Plan czeka na zatwierdzenie w centrum.', next: 'Powiemy Ci, gdy będzie zatwierdzony.' },
    returned: { now: 'Plan trzeba jeszcze poprawić.', next: 'Omówimy z Tobą zmiany.' },
    approved: { now: 'Plan jest zatwierdzony.', next: 'Pomoc zacznie się w dniu z planu.' },
    active: { now: 'Pomoc trwa zgodnie z planem.', next: 'Zadzwoń, jeśli coś nie działa. Plan można zmienić.' },
    suspended: { now: 'Plan jest na chwilę wstrzymany.', next: 'Zadzwonimy, zanim pomoc ruszy znowu.' },
    ended: { now: 'Plan dobiegł końca.', next: 'Porozmawiamy o tym, co się udało.' },
    interviewed: { now: 'Rozmowa podsumowująca za nami.', next: 'Spiszemy, co się udało.' },
    described: { now: 'Sprawa jest zakończona.', next: 'Jeśli znów potrzebujesz pomocy, zadzwoń.' },
    replaced: { now: 'Obowiązuje nowa wersja planu.', next: 'Zadzwoń, jeśli nie masz jej u siebie.' },
    abandoned: { now: 'Ten plan nie powstanie.', next: 'Zadzwoń. Powiemy, co zamiast niego.' },
  } satisfies Record<PlanState, Sentences>,
}

export type ResidentText = typeof pl
