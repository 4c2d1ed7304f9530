import { plural } from '#platform/i18n.ts'
import type { AlertKind } from './alerts.ts'
import type { LookAim } from './looks.ts'

export const pl = {
  title: 'Kto zaglądał do Twojej sprawy',
  lead: 'To lista dni, w których pracownik centrum otwierał Twoje dane.',
  whyRoles: 'Pokazujemy funkcję, nie nazwisko. O nazwisko możesz zapytać inspektora ochrony danych. Odpowie na piśmie.',
  notListed: 'Nie liczymy tu list, na których widać samo nazwisko. Nie ma tu też Twoich własnych wejść.',
  ask: 'Coś Cię niepokoi? Zadzwoń i poproś o inspektora ochrony danych.',
  link: 'Kto zaglądał do Twojej sprawy',
  back: 'Twoja sprawa',
  none: 'Nikt jeszcze nie zaglądał',
  noneText: 'Gdy pracownik otworzy Twoje dane, zobaczysz to tutaj.',
  who: 'Kto',
  parts: 'Co',
  aim: 'Po co',
  times: (n: number) =>
    plural('pl', n, {
      one: 'Otwarto # raz.',
      few: 'Otwarto # razy.',
      many: 'Otwarto # razy.',
      other: 'Otwarto # raza.',
    }),
  days: (n: number) => plural('pl', n, { one: '# wpis', few: '# wpisy', many: '# wpisów', other: '# wpisu' }),
  emergency: (purpose: string) => `Dostęp awaryjny: ${purpose}.`,
  aims: {
    report: 'odpowiedź na zgłoszenie',
    'known-already': 'sprawdzenie, czy te dane są już w centrum',
    application: 'prowadzenie wniosku',
    plan: 'przygotowanie i prowadzenie planu',
    protection: 'ochrona danych',
  } satisfies Record<LookAim, string>,
  partWords: {
    'report.read': 'zgłoszenie',
    'report-candidate.read': 'podobne zgłoszenie',
    'person-candidate.read': 'imię, nazwisko i rok urodzenia przy szukaniu',
    'restriction-notice.read': 'informacja, do kogo zadzwonić',
    'emergency-attempt.read': 'próba dostępu awaryjnego, odmówiona',
    'emergency.opened': 'otwarcie sprawy w nagłej sytuacji',
    'application.read': 'wniosek',
    'attachment.read': 'załącznik',
    'person.read': 'dane kontaktowe',
    'reconnaissance.read': 'rozpoznanie potrzeb',
    'plan.read': 'plan',
    'plan-document.read': 'plan do druku',
    'audit.read': 'zapis, kto zaglądał',
    'looks.read': 'zapis, kto zaglądał',
    'emergency.read': 'dostęp awaryjny do oceny',
    'restriction.read': 'kto może widzieć akta',
  } as Record<string, string>,
  otherPart: 'dane sprawy',
  head: 'początek i opinia',
  officer: {
    title: 'Odpowiedź: kto zaglądał do akt',
    about: (numbers: string) => `Dotyczy: ${numbers}`,
    lead: 'Wydrukuj tę stronę i przekaż ją osobie, która pyta. Najpierw sprawdź, że to ona.',
    centre: 'Centrum',
    made: (day: string) => `Stan na dzień: ${day}`,
    withNames: 'Pokaż z nazwiskami',
    withoutNames: 'Pokaż bez nazwisk',
    namesWhy: 'Nazwiska podaj tylko wtedy, gdy bez nich osoba nie obroni swoich praw. Zapisujemy, że je pokazano.',
    back: 'Zdarzenia tej osoby',
    link: 'Odpowiedź dla tej osoby',
  },
  alerts: {
    title: 'Ostrzeżenia z dziennika',
    lead: 'To podpowiedzi. Każda może mieć dobre wyjaśnienie. Zapytaj, zanim ocenisz.',
    found: (n: number) =>
      plural('pl', n, { one: '# ostrzeżenie', few: '# ostrzeżenia', many: '# ostrzeżeń', other: '# ostrzeżenia' }),
    none: 'Nie ma ostrzeżeń',
    noneText: 'W tych dniach nie widać nic niezwykłego. Zmień dni albo rodzaj.',
    back: 'Cały dziennik',
    kind: 'Rodzaj',
    worker: 'Kto',
    from: 'Od dnia',
    until: 'Do dnia',
    all: 'Wszystkie',
    anyone: 'Ktokolwiek',
    when: 'Kiedy',
    what: 'Co widać',
    case: 'Sprawa',
    more: 'Sprawdź',
    ofWorker: 'Zdarzenia pracownika',
    ofPerson: 'Zdarzenia tej osoby',
    dayWrong: 'Wpisz dzień, na przykład 2026-11-23.',
    tooLong: (days: number) => `Wybierz najwyżej ${days} dni.`,
    backwards: 'Pierwszy dzień nie może być po ostatnim.',
    noNumber: 'bez wniosku',
    kinds: {
      'many-records': 'Bardzo wiele osób naraz',
      'no-open-case': 'Akta bez otwartej sprawy',
      'same-surname': 'To samo nazwisko',
      'kept-person': 'Próba przy osobie chronionej',
    } satisfies Record<AlertKind, string>,
    sentences: {
      'many-records': (n: number) =>
        plural('pl', n, {
          one: 'Akta # osoby w ciągu godziny.',
          few: 'Akta # osób w ciągu godziny.',
          many: 'Akta # osób w ciągu godziny.',
          other: 'Akta # osoby w ciągu godziny.',
        }),
      'no-open-case': (n: number) =>
        plural('pl', n, {
          one: '# otwarcie akt, choć żadna sprawa nie była otwarta.',
          few: '# otwarcia akt, choć żadna sprawa nie była otwarta.',
          many: '# otwarć akt, choć żadna sprawa nie była otwarta.',
          other: '# otwarcia akt, choć żadna sprawa nie była otwarta.',
        }),
      'same-surname': (n: number) =>
        plural('pl', n, {
          one: '# otwarcie akt osoby, której nazwisko brzmi jak nazwisko pracownika.',
          few: '# otwarcia akt osoby, której nazwisko brzmi jak nazwisko pracownika.',
          many: '# otwarć akt osoby, której nazwisko brzmi jak nazwisko pracownika.',
          other: '# otwarcia akt osoby, której nazwisko brzmi jak nazwisko pracownika.',
        }),
      'kept-person': (n: number) =>
        plural('pl', n, {
          one: '# próba zapisania albo otwarcia akt, których to konto nie widzi.',
          few: '# próby zapisania albo otwarcia akt, których to konto nie widzi.',
          many: '# prób zapisania albo otwarcia akt, których to konto nie widzi.',
          other: '# próby zapisania albo otwarcia akt, których to konto nie widzi.',
        }),
    } satisfies Record<AlertKind, (n: number) => string>,
  },
}

export type LooksText = typeof pl
