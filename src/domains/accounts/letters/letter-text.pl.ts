import { plural } from '#platform/i18n.ts'

export const pl = {
  hello: 'Dzień dobry,',
  noticeSubject: 'Zmiana na Twoim koncie',
  notices: {
    'password-reset': 'Twoje konto ma nowe hasło. Wylogowaliśmy je wszędzie.',
    'password-changed': 'Twoje konto ma nowe hasło. Wylogowaliśmy je na innych urządzeniach.',
    'phone-changed': 'Twoje konto ma nową aplikację z kodami. Stara już nie działa.',
    'codes-renewed': 'Twoje konto ma nowe kody zapasowe. Stare już nie działają.',
    'passkey-added': 'Twoje konto ma nowy klucz dostępu. Można nim wejść bez hasła.',
    'identity-linked': 'Do Twojego konta można teraz wejść kontem z urzędu.',
  },
  codeUsed: (left: number) =>
    plural('pl', left, {
      one: 'Twój kod zapasowy został użyty. Został jeszcze # kod.',
      few: 'Twój kod zapasowy został użyty. Zostały jeszcze # kody.',
      many: 'Twój kod zapasowy został użyty. Zostało jeszcze # kodów.',
      other: 'Twój kod zapasowy został użyty. Zostało jeszcze # kodu.',
    }),
  when: (when: string, browser: string) => `Kiedy: ${when}.${browser && ` Przeglądarka: ${browser}.`}`,
  notYou: (phone: string) => `To nie Ty? Zadzwoń od razu do administratora w centrum: ${phone}.`,
  links: {
    invitation: {
      subject: 'Zaproszenie do pracy w Splocie',
      before: (centre: string) => `${centre} daje Ci dostęp do systemu, w którym pracuje. Otwórz ten link:`,
      after: 'Link działa 3 dni i tylko raz. Przygotuj telefon: dodasz w nim aplikację z kodami.',
    },
    reset: {
      subject: 'Nowe hasło',
      before: (centre: string) => `Ktoś poprosił o nowe hasło do konta: ${centre}. To Ty? Otwórz ten link:`,
      after:
        'Link działa 10 minut i tylko raz. Podasz też kod z telefonu. To nie Ty? Nie rób nic, hasło się nie zmieni.',
    },
  },
}

export type LetterText = typeof pl
