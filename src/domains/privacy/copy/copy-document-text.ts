/** The words of the printed copy. It is handed to the person by the centre, so it is in Polish. */
export const copyDocumentText = {
  title: 'Kopia danych osobowych',
  made: (day: string, purpose: string) => `Sporządzono ${day}. Cel: ${purpose}.`,
  lead: 'To wszystko, co centrum zapisało o tej osobie. Pracowników podajemy tylko z funkcji. Nazwisko pracownika może stać jedynie w treści, którą ktoś napisał. Nie ma tu numerów, które łączą wpisy w systemie.',
  page: 'Strona',
  of: 'z',
  entry: (n: number) => `Wpis ${n}`,
  yes: 'tak',
  no: 'nie',
  dose: 'ile',
  times: (n: number) => (n === 1 ? '1 raz' : `${n} razy`),
  sections: {
    person: { heading: 'Dane osoby', text: 'Kto to jest, jak się z nią kontaktować i co w tych danych poprawiono.' },
    asking: { heading: 'Zgłoszenia i wnioski', text: 'O co osoba prosiła i co działo się ze sprawą.' },
    needs: { heading: 'Rozmowa o potrzebach', text: 'Co zapisano po rozmowie: sytuacja, potrzeby, cele.' },
    plan: { heading: 'Plan usług', text: 'Co ustalono w planie, jak szło i czym się skończyło.' },
    letters: { heading: 'Listy e-mail', text: 'Listy z centrum, które jeszcze mają treść.' },
    rights: { heading: 'Ochrona danych tej osoby', text: 'Kto mógł widzieć akta i co wstrzymało usunięcie danych.' },
    looks: {
      heading: 'Kto i kiedy sięgał do danych',
      text: 'Każde otwarcie i każdy zapis. Pokazujemy funkcję, nie nazwisko.',
    },
    rest: { heading: 'Pozostałe', text: 'Inne wpisy o tej osobie.' },
  },
  /** Columns whose word elsewhere would not say what is meant here. */
  columns: {
    'need_report.reporter': 'kto potrzebuje pomocy',
    'closing_interview.kind': 'czy się odbyła',
    'mail.to_name': 'do kogo',
  } as Partial<Record<string, string>>,
  steps: { when: 'Kiedy', of: 'Czego dotyczy', what: 'Co', state: 'Stan', why: 'Powód' },
  looks: { when: 'Kiedy', who: 'Kto', what: 'Co', why: 'Po co' },
  why: {
    heading: 'Po co i jak długo',
    purpose: 'Po co',
    basis: 'Podstawa prawna',
    kept: 'Jak długo',
  },
  rights: {
    heading: 'Prawa tej osoby',
    text: 'Może prosić o poprawienie, ograniczenie albo usunięcie danych i sprzeciwić się ich użyciu. Pisze wtedy do inspektora ochrony danych w centrum. Może też złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych.',
  },
}
