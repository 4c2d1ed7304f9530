import { plural } from '#platform/i18n.ts'
import type { GapEvent, GapState } from '../gap-states.ts'

export const pl = {
  title: 'Luki',
  veiledNeed: 'Potrzeba zapisana własnymi słowami',
  veiled: 'Dane osoby, której to dotyczy, są chronione. Nie pokazujemy tu słów ani dzielnicy.',
  lead: 'Potrzeby, na które nic w mieście nie odpowiada. Każda ma właściciela i dzień, w którym do niej wracamy.',
  count: (n: number) => plural('pl', n, { one: '# luka', few: '# luki', many: '# luk', other: '# luki' }),
  need: 'Potrzeba',
  group: 'Grupa',
  district: 'Część miasta',
  howMany: 'Ile',
  state: 'Stan',
  owner: 'Kto się zajmuje',
  next: 'Wraca do tego',
  registered: 'Zgłoszono',
  all: 'Wszystkie',
  open: 'Otwarte',
  noDistrict: 'nie wiadomo',
  nobody: 'nikt',
  emptyTitle: 'Nie ma tu luk',
  empty: 'Luka powstaje w planie, gdy na potrzebę nic nie odpowiada.',
  single: 'Pojedyncze zgłoszenia',
  summary: 'Ile takich potrzeb',
  states: {
    registered: 'zgłoszona',
    'being-initiated': 'szukamy usługi',
    'service-found': 'usługa jest',
    dropped: 'odłożona',
  } satisfies Record<GapState, string>,
  events: {
    register: 'Zgłoszono lukę',
    initiate: 'Ktoś zajął się luką',
    'find-service': 'Znaleziono usługę',
    drop: 'Odłożono',
    reopen: 'Otwarto ponownie',
  } satisfies Record<GapEvent | 'register', string>,
  steps: {
    initiate: 'Zajmuję się tym',
    'find-service': 'Usługa się znalazła',
    drop: 'Odłóż tę lukę',
    reopen: 'Otwórz ponownie',
  } satisfies Record<GapEvent, string>,
  nextOn: 'Kiedy do tego wrócisz?',
  serviceName: 'Jaka usługa odpowiada na tę potrzebę?',
  reason: 'Dlaczego?',
  service: 'Znaleziona usługa',
  history: 'Historia luki',
  noPerson: 'Ta strona nie mówi, kto czeka. Wie to koordynator planu.',
  errors: {
    day: 'Wpisz dzień, miesiąc i rok, na przykład 3 12 2026.',
    past: 'Wybierz dzień, który jeszcze nadejdzie.',
    service: 'Wpisz nazwę usługi.',
    tooLong: (max: number) => `Napisz krócej: najwyżej ${max} znaków.`,
    step: 'Wybierz, co chcesz zrobić.',
  },
  desk: {
    unowned: (n: number) =>
      plural('pl', n, {
        one: '# luką nikt się nie zajmuje',
        few: '# lukami nikt się nie zajmuje',
        many: '# lukami nikt się nie zajmuje',
        other: '# luki nikt się nie zajmuje',
      }),
    due: (n: number) =>
      plural('pl', n, {
        one: 'wróć dziś do # luki',
        few: 'wróć dziś do # luk',
        many: 'wróć dziś do # luk',
        other: 'wróć dziś do # luki',
      }),
  },
}

export type GapText = typeof pl
