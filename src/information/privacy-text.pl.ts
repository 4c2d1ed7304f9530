import { plural } from '#platform/i18n.ts'

/** What only the centre or the program knows. */
export interface PrivacyFacts {
  centre: string
  address: string
  email: string
  phone: string
  draftDays: number
}

/** A heading, sentences under it, and a list after them. */
export interface NoticeSection {
  title: string
  sentences?: readonly string[]
  points?: readonly string[]
}

// Legal bases after the notice of a working centre (GDPR art. 6(1)(c), (e) and 9(2)(b), (g)); to be checked by a lawyer,
// like the sections on recipients and storage. Numbers in comments: paragraphs of art. 13.
export const pl = {
  title: 'Co robimy z Twoimi danymi',
  lead: 'Tu piszemy, po co nam Twoje dane, kto je widzi i jakie masz prawa.',
  sections: ({ centre, address, email, phone, draftDays }: PrivacyFacts): readonly NoticeSection[] => [
    {
      // 1(a)
      title: 'Kto odpowiada za Twoje dane',
      sentences: [`Odpowiada ${centre}. To administrator Twoich danych.`],
      points: [`Adres: ${address}`, `E-mail: ${email}`, `Telefon: ${phone}`],
    },
    {
      // 1(b)
      title: 'Inspektor ochrony danych',
      sentences: [
        'W centrum pracuje inspektor ochrony danych. Możesz zapytać go o wszystko, co dotyczy Twoich danych.',
        `Napisz na adres ${email} albo listem na adres centrum. Dopisz: „inspektor ochrony danych”.`,
      ],
    },
    {
      // 1(c)
      title: 'Po co nam dane i na jakiej podstawie',
      points: [
        'Żeby przyjąć zgłoszenie, rozpoznać potrzeby i ułożyć plan pomocy. To nasze zadanie z ustawy o realizowaniu usług społecznych przez centrum usług społecznych (art. 6 ust. 1 lit. c i e RODO).',
        'Żeby dobrać pomoc do zdrowia, niepełnosprawności albo trudnej sytuacji (art. 9 ust. 2 lit. b i g RODO).',
        'Żeby skontaktować się z Tobą w sposób, który jest dla Ciebie bezpieczny.',
        'Żeby wiedzieć, jakich usług brakuje. Do tego liczymy sprawy, bez nazwisk.',
        'Żeby sprawdzić, kto zaglądał do Twoich danych i dlaczego.',
      ],
    },
    {
      // 2(e)
      title: 'Czy trzeba je podać',
      sentences: [
        'Podanie danych jest dobrowolne. Numer PESEL możesz pominąć.',
        'Bez kontaktu nie odpowiemy na zgłoszenie. Bez opisu potrzeb nie ułożymy planu.',
      ],
    },
    {
      // Art. 14: the person was named by somebody else.
      title: 'Skąd mamy dane',
      sentences: [
        'Od Ciebie albo od osoby, która Cię zgłosiła.',
        'Jeśli zgłosił Cię ktoś inny, powiemy Ci o tym przy pierwszym kontakcie.',
      ],
    },
    {
      // 1(e), (f)
      title: 'Kto je dostaje',
      points: [
        'Pracownicy centrum, którzy zajmują się Twoją sprawą. Każde zajrzenie zapisujemy.',
        'Wykonawca usługi z Twojego planu. Dostaje tylko to, czego potrzebuje do tej usługi.',
        'Inny urząd lub ośrodek, gdy zgodzisz się przekazać mu wniosek.',
        'Firma, która utrzymuje nasz system. Działa na podstawie umowy i nie może użyć danych dla siebie.',
        'Sąd, policja lub inny organ, gdy każe tak prawo.',
      ],
      sentences: ['Nie sprzedajemy danych. Nie przekazujemy ich poza Europejski Obszar Gospodarczy.'],
    },
    {
      // 2(a); the years of a class are the centre's own, from its file plan (JRWA).
      title: 'Jak długo je trzymamy',
      sentences: [
        'Akta sprawy mają kategorię archiwalną. Ona mówi, przez ile lat je trzymamy.',
        'Lata liczymy od końca roku, w którym sprawa się zakończyła. Zapytaj nas, ile to lat w Twojej sprawie.',
        'Po tym czasie usuwamy treść. Zostają liczby, z których nie wynika, o kogo chodzi.',
        'Usunięcie wstrzymujemy, gdy trwa sąd, kontrola albo skarga.',
        `Niewysłane zgłoszenie usuwamy po ${plural('pl', draftDays, { one: '# dniu', few: '# dniach', many: '# dniach', other: '# dnia' })}.`,
      ],
    },
    {
      // 2(b)–(d), arts. 15–18, 21, 77
      title: 'Twoje prawa',
      sentences: ['Napisz, zadzwoń albo przyjdź. Odpowiemy w ciągu miesiąca. Możesz:'],
      points: [
        'zobaczyć swoje dane i dostać ich kopię,',
        'dowiedzieć się, kto zaglądał do Twoich danych i po co,',
        'poprawić to, co się nie zgadza. Zapisujemy, co było przedtem i kto to zmienił,',
        'poprosić, żebyśmy na razie tylko przechowywali dane,',
        'sprzeciwić się temu, co z nimi robimy,',
        'poprosić o usunięcie danych, których nie musimy już trzymać,',
        'wycofać zgodę, jeśli o nią prosiliśmy. To, co zrobiliśmy wcześniej, zostaje ważne.',
      ],
    },
    {
      // 2(f), art. 22
      title: 'Decyduje człowiek',
      sentences: ['O pomocy zawsze decyduje człowiek. Program sam o niczym nie rozstrzyga i nikogo nie ocenia.'],
    },
    {
      title: 'Pliki cookie',
      sentences: [
        'Zapisujemy w przeglądarce tylko to, bez czego strona nie działa.',
        'To znak, który odnajduje Twoje niewysłane zgłoszenie albo otwartą stronę sprawy. Nie śledzimy Cię.',
      ],
    },
  ],
  complaint: {
    title: 'Skarga',
    before: 'Jeśli uważasz, że łamiemy prawo, złóż skargę do Prezesa Urzędu Ochrony Danych Osobowych:',
  },
  version: (version: string) => `Wersja tej informacji: ${version}.`,
}

export type PrivacyText = typeof pl
