import { plural } from '#platform/i18n.ts'

/** Titles, the opening and the status follow the ministry's wording; the rest is ours. */
export const pl = {
  title: 'Deklaracja dostępności',
  pledge: 'zobowiązuje się zapewnić dostępność swojej',
  scope: 'strony internetowej',
  pledgeEnd:
    'zgodnie z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych.',
  concerns: 'Deklaracja dostępności dotyczy strony internetowej',
  sitePublished: 'Data publikacji strony internetowej:',
  siteChanged: 'Data ostatniej istotnej aktualizacji:',
  statusTitle: 'Stan dostępności cyfrowej',
  status: {
    compliant:
      'Strona internetowa jest zgodna z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych.',
    partial:
      'Strona internetowa jest częściowo zgodna z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych z powodu niezgodności wymienionych poniżej.',
    'not-compliant':
      'Strona internetowa jest niezgodna z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych z powodu niezgodności wymienionych poniżej.',
  },
  statusPlainly:
    'To ostrożna ocena. Stronę sprawdziły programy, ale nie sprawdzili jej jeszcze ludzie z niepełnosprawnościami.',
  gapsTitle: 'Niedostępne treści',
  gapsOf: 'Niezgodność z załącznikiem',
  gaps: ['Nazwy i opisy części usług są tylko po polsku, także na stronach w innych językach.'],
  unmet: (criterion: string, pages: number) =>
    `Kryterium WCAG ${criterion}. ${plural('pl', pages, { one: 'Błąd jest na # stronie.', few: 'Błąd jest na # stronach.', many: 'Błąd jest na # stronach.', other: 'Błąd jest na # strony.' })}`,
  uncheckedTitle: 'Czego nikt jeszcze nie sprawdził',
  unchecked: [
    'Nikt nie przeszedł całej strony z prawdziwym czytnikiem ekranu, takim jak NVDA, JAWS, VoiceOver czy TalkBack.',
    'Strony nie sprawdziły osoby z niepełnosprawnościami.',
    'Nikt nie sprawdził obsługi głosem ani jednym przyciskiem.',
    'Nikt z zewnątrz nie ocenił, czy teksty, nagłówki i opisy są jasne.',
    'Dokumenty PDF mają znaczniki dla czytników. Nikt ich jeszcze nie przeczytał czytnikiem.',
  ],
  uncheckedWay: 'Program znajduje najwyżej połowę barier. Dlatego nie piszemy, że strona jest w pełni zgodna.',
  gapsWay: 'Jeśli trafisz na barierę, zadzwoń. Powiemy Ci to samo przez telefon albo wyślemy w innej formie.',
  preparedTitle: 'Przygotowanie deklaracji dostępności i jej aktualizacja',
  prepared: 'Data sporządzenia deklaracji:',
  reviewed: 'Data ostatniego przeglądu deklaracji:',
  method: 'Deklarację sporządzono na podstawie samooceny przeprowadzonej przez podmiot publiczny.',
  testedTitle: 'Co sprawdzają programy przy każdej zmianie',
  tested: [
    'Reguły WCAG 2.2 na poziomie AA narzędziem axe, na każdej stronie i w trzech językach.',
    'Obsługę samą klawiaturą: kolejność, widoczny fokus, brak pułapek.',
    'Wąski ekran (320 pikseli), odstępy w tekście i wielkość przycisków.',
    'Formularze: każdy błąd prowadzi do swojego pola.',
    'Budowę elementów strony, porównaną ze wzorem govuk-frontend.',
  ],
  foundTitle: 'Co znalazły programy',
  foundOn: (day: string) => `Dzień sprawdzenia: ${day}`,
  foundPages: (count: number) => `Obejrzane strony: ${count}`,
  foundViews: (count: number) => `Widoki w trzech językach, na telefonie i komputerze, ze skryptami i bez: ${count}`,
  foundWalks: (count: number) => `Strony przejrzane klawiszem Tab: ${count}`,
  foundForms: (count: number) => `Formularze wysłane bez odpowiedzi: ${count}`,
  foundFaults: (count: number) => `Znalezione rodzaje błędów: ${count}`,
  easeTitle: 'Udogodnienia, ograniczenia i inne informacje',
  ease: [
    'Strona działa bez JavaScriptu, na telefonie i przy dużym powiększeniu.',
    'Numer telefonu jest na każdej publicznej stronie.',
    'Nie mamy jeszcze filmu w polskim języku migowym ani tekstu łatwego do czytania.',
  ],
  keysTitle: 'Skróty klawiszowe',
  keys: 'Strona nie ma własnych skrótów. Działają skróty przeglądarki. Pierwszy Tab prowadzi do linku „Przejdź do treści”.',
  contactTitle: 'Informacje zwrotne i dane kontaktowe',
  contact: 'Wszystkie problemy z dostępnością tej strony możesz zgłosić do:',
  contactPerson: 'osoba odpowiedzialna za dostępność w centrum',
  email: 'E-mail:',
  phone: 'Telefon:',
  procedureTitle: 'Obsługa wniosków i skarg związanych z dostępnością',
  procedure: [
    'Każdy ma prawo żądać, żeby strona albo jej część była dostępna cyfrowo.',
    'Możesz też poprosić o tę samą treść w innej formie, na przykład przez telefon.',
    'Podaj swoje imię i nazwisko, kontakt, adres strony i to, co w niej nie działa. Jeśli chcesz innej formy, napisz jakiej.',
    'Zrobimy to jak najszybciej, najpóźniej w 7 dni. Jeśli się nie da, powiemy, kiedy to zrobimy. Nie później niż za 2 miesiące.',
    'Jeśli nie możemy zapewnić dostępności, zaproponujemy inny sposób.',
    'Odmówiliśmy albo minął termin? Możesz złożyć skargę na adres centrum.',
  ],
  ombudsman: 'Możesz też zwrócić się do Rzecznika Praw Obywatelskich:',
  otherTitle: 'Pozostałe informacje',
  appsTitle: 'Aplikacje mobilne',
  apps: 'Centrum nie ma aplikacji mobilnej.',
  buildingTitle: 'Dostępność architektoniczna',
  building: (address: string) => `Adres centrum: ${address}.`,
  buildingAsk:
    'Zadzwoń, zanim przyjdziesz. Powiemy o wejściu, schodach, windzie i toalecie. Z psem asystującym możesz wejść.',
  talkTitle: 'Dostępność komunikacyjno-informacyjna',
  talk: [
    'Możesz zadzwonić, napisać e-mail lub list albo przyjść.',
    'Tłumacza języka migowego online jeszcze nie mamy. Zgłoś wcześniej, że go potrzebujesz, a umówimy tłumacza.',
    'Powiedz, jeśli potrzebujesz większego druku, prostszego tekstu albo spokojnego miejsca.',
  ],
}

export type AccessibilityText = typeof pl
