import type { AddRefusal } from './change-passkeys.ts'
import type { PasskeyRefusal } from './sign-in-with-passkey.ts'

export const pl = {
  title: 'Klucze dostępu',
  noneYet: 'nie ma',
  lead: 'Klucz dostępu zastępuje hasło i kod z telefonu. Urządzenie poznaje Cię po odcisku palca, twarzy albo PIN-ie.',
  why: 'Klucza nie podasz obcej stronie, więc nikt go nie wyłudzi.',
  none: 'Nie masz jeszcze kluczy dostępu',
  noneText: 'Dodaj klucz na urządzeniu, na którym pracujesz. Hasło i kod będą działać dalej.',
  add: 'Dodaj klucz dostępu',
  addTitle: 'Dodaj klucz dostępu',
  addLead: 'Nazwij klucz. Potem przeglądarka zapyta, gdzie go zapisać.',
  name: 'Nazwa klucza',
  nameHint: 'Na przykład: laptop w pracy. Po nazwie poznasz klucz na liście.',
  nameMissing: 'Wpisz nazwę klucza.',
  nameTooLong: 'Nazwa jest za długa. Wpisz najwyżej 60 znaków.',
  needsScript:
    'Tu nie dodasz klucza: przeglądarka go nie zna albo ma wyłączone skrypty. Hasło i kod działają wszędzie.',
  notThisAddress: 'Klucz dodasz tylko pod stałym adresem centrum. Zapytaj o niego administratora.',
  cancelled: 'Klucza nie dodano. Spróbuj jeszcze raz albo wróć do listy.',
  onThisDevice: 'Na tym urządzeniu jest już Twój klucz dostępu.',
  backToList: 'Wróć do listy kluczy',
  created: 'Dodany',
  lastUsed: 'Ostatnio użyty',
  never: 'jeszcze nie',
  kept: 'Gdzie jest',
  synced: 'na kilku Twoich urządzeniach',
  onOneDevice: 'na jednym urządzeniu',
  address: 'Działa pod adresem',
  state: 'Stan',
  suspended: 'zablokowany',
  suspendedWhy: 'Ktoś mógł skopiować ten klucz. Usuń go i dodaj nowy. Powiedz o tym administratorowi.',
  rename: 'Zmień nazwę',
  saveName: 'Zapisz nazwę',
  remove: 'Usuń',
  ofKey: (name: string) => `klucz ${name}`,
  removeHint: 'Usuniętym kluczem nikt już nie wejdzie. Skasuj go też na urządzeniu.',
  refusals: {
    'too-many-passkeys': 'Masz już 10 kluczy. Usuń ten, którego nie używasz.',
    'not-made': 'Nie udało się dodać klucza. Spróbuj jeszcze raz.',
    'known-already': 'Ten klucz jest już dodany.',
  } satisfies Record<AddRefusal, string>,
  or: 'Bez hasła',
  signIn: 'Zaloguj się kluczem dostępu',
  signInHint: 'Klucz dodasz po zalogowaniu, w części „Moje konto”.',
  signInCancelled: 'Nie użyto klucza. Spróbuj jeszcze raz albo wpisz e-mail, hasło i kod.',
  signInRefusals: {
    wrong: 'Ten klucz dostępu nie otwiera konta. Spróbuj jeszcze raz albo wpisz e-mail, hasło i kod.',
    'too-many': 'Było za dużo prób. Poczekaj kwadrans i spróbuj ponownie.',
  } satisfies Record<PasskeyRefusal, string>,
}

export type PasskeyText = typeof pl
