import { plural } from '#platform/i18n.ts'
import type { BreakGlassRefusal, EmergencyPurpose, Judgement, JudgeRefusal } from './emergency.ts'

export const pl = {
  title: 'Dostęp awaryjny do sprawy',
  lead: (hours: number) =>
    `Otwierasz sprawę, której nie prowadzisz. Zobaczysz ją przez ${plural('pl', hours, { one: '# godzinę', few: '# godziny', many: '# godzin', other: '# godziny' })}, tylko do czytania.`,
  warning: 'Inspektor ochrony danych dowie się od razu. Osoba, której to dotyczy, też może o to zapytać.',
  elseCall: 'Nie każdą sprawę da się tak otworzyć. Wolisz nie próbować? Zadzwoń i poproś dyrektora:',
  number: 'Numer wniosku',
  numberHint: 'Na przykład CUS/12/2026',
  purpose: 'Po co otwierasz tę sprawę?',
  purposes: {
    'life-or-health': 'Zagrożenie życia albo zdrowia',
    violence: 'Przemoc albo jej groźba',
    child: 'Dobro dziecka',
    'coordinator-absent': 'Nie ma koordynatora, a sprawa nie może czekać',
    'urgent-service': 'Trzeba dziś uruchomić albo zatrzymać usługę',
  } satisfies Record<EmergencyPurpose, string>,
  reason: 'Co się stało?',
  reasonHint: 'Napisz w jednym, dwóch zdaniach. Przeczyta to inspektor ochrony danych.',
  open: 'Otwórz sprawę',
  errors: {
    number: 'Wpisz numer wniosku.',
    purpose: 'Zaznacz, po co otwierasz tę sprawę.',
    reason: (least: number) => `Napisz, co się stało. Potrzeba co najmniej ${least} znaków.`,
    tooLong: (most: number) => `Skróć tekst do ${most} znaków.`,
  },
  refusals: {
    'not-permitted': 'Twoja rola nie otwiera spraw awaryjnie.',
    'not-to-be-opened': 'Takiej sprawy nie ma albo nie otworzysz jej w ten sposób. Zadzwoń do dyrektora.',
    'within-reach': 'Tę sprawę możesz otworzyć zwyczajnie. Znajdziesz ją na swojej liście.',
    'open-already': 'Ta sprawa jest już dla Ciebie otwarta.',
  } satisfies Record<BreakGlassRefusal, string>,
  letter: {
    subject: 'Dostęp awaryjny do sprawdzenia',
    text: 'Dzień dobry,\n\nktoś otworzył sprawę w trybie awaryjnym. Zaloguj się i wejdź w Dostępy awaryjne.\n\nTę wiadomość wysłał system.',
  },
  list: {
    title: 'Dostępy awaryjne',
    lead: 'Ktoś otworzył sprawę, której nie prowadzi. Przeczytaj, dlaczego, i oceń, czy było trzeba.',
    waiting: (n: number) =>
      plural('pl', n, {
        one: '# dostęp awaryjny czeka na ocenę',
        few: '# dostępy awaryjne czekają na ocenę',
        many: '# dostępów awaryjnych czeka na ocenę',
        other: '# dostępu awaryjnego czeka na ocenę',
      }),
    empty: 'Nikt jeszcze nie otwierał sprawy awaryjnie',
    emptyText: 'Gdy ktoś to zrobi, zobaczysz to tutaj i dostaniesz e-mail.',
    when: 'Kiedy',
    who: 'Kto',
    case: 'Sprawa',
    purpose: 'Po co',
    state: 'Ocena',
    waitingTag: 'czeka na ocenę',
  },
  one: {
    title: (number: string) => `Dostęp awaryjny: ${number}`,
    until: 'Otwarte do',
    isOpen: 'Sprawa jest teraz otwarta',
    reason: 'Powód',
    looks: 'Co przeczytano',
    noLooks: 'Niczego jeszcze nie przeczytano.',
    what: 'Co',
    section: 'Która część',
    judge: 'Czy ten dostęp był potrzebny?',
    judgements: { justified: 'Tak, był uzasadniony', 'not-justified': 'Nie, nie był uzasadniony' } satisfies Record<
      Judgement,
      string
    >,
    tags: { justified: 'uzasadniony', 'not-justified': 'nieuzasadniony' } satisfies Record<Judgement, string>,
    endsAtOnce: 'Jeśli sprawa jest jeszcze otwarta, zamknie się od razu.',
    note: 'Notatka',
    noteHint: 'Przy ocenie „nie” napisz, dlaczego.',
    save: 'Zapisz ocenę',
    judged: 'Ocena',
    judgedBy: 'Kto ocenił',
    person: 'Wszystko o dostępie do tych akt',
    judgementMissing: 'Zaznacz ocenę.',
    refusals: {
      'not-permitted': 'Dostępy awaryjne ocenia inspektor ochrony danych.',
      'own-access': 'Własnego dostępu nie ocenisz. Poproś innego inspektora albo dyrektora.',
      'judged-already': 'Ktoś już to ocenił.',
      'note-missing': 'Napisz, dlaczego dostęp nie był uzasadniony.',
    } satisfies Record<JudgeRefusal, string>,
  },
}

export type EmergencyText = typeof pl
