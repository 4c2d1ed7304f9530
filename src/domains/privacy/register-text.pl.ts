import type { Activity, DataClass } from '#platform/personal-data/entry.ts'

export interface ActivityWords {
  name: string
  purpose: string
  basis: string
  kept: string
}

export const pl = {
  title: 'Rejestr czynności przetwarzania',
  lead: 'Każde miejsce w bazie, w którym są dane osobowe: po co, na jakiej podstawie i jak długo. Rejestr powstaje z tego samego zapisu, z którego system robi kopie danych i je usuwa.',
  draftNote: 'Podstawy prawne i okresy są propozycją. Potwierdza je inspektor ochrony danych centrum.',
  purpose: 'Po co',
  basis: 'Podstawa prawna',
  kept: 'Jak długo',
  table: 'Zbiór',
  columns: 'Jakie dane',
  none: 'brak danych osobowych',
  sealedMark: 'zaszyfrowane',
  activities: {
    intake: {
      name: 'Zgłoszenia potrzeb',
      purpose: 'Centrum odpowiada na zgłoszenie i kontaktuje się z osobą, której ono dotyczy.',
      basis: 'art. 6 ust. 1 lit. c i e oraz art. 9 ust. 2 lit. b i g RODO',
      kept: 'Według kategorii archiwalnej zgłoszeń. Niedokończone formularze: 30 dni.',
    },
    casework: {
      name: 'Sprawy i indywidualne plany',
      purpose: 'Centrum rozpoznaje potrzeby, układa plan usług i sprawdza, co z niego wyszło.',
      basis: 'art. 6 ust. 1 lit. c i e oraz art. 9 ust. 2 lit. b i g RODO',
      kept: 'Według kategorii archiwalnej akt sprawy, od końca roku, w którym sprawę zamknięto.',
    },
    rights: {
      name: 'Prawa osób',
      purpose: 'Centrum poprawia dane, wstrzymuje ich usunięcie i prowadzi listę tego, co usunęło.',
      basis: 'art. 6 ust. 1 lit. c RODO (obowiązki z art. 5 ust. 2 i art. 12–22)',
      kept: 'Poprawki i wstrzymania jak akta sprawy. Lista usunięć: bezterminowo, bez danych osobowych.',
    },
    staff: {
      name: 'Konta pracowników',
      purpose: 'Wiadomo, kto pracuje w systemie, w jakiej roli i kogo zastępuje.',
      basis: 'art. 6 ust. 1 lit. c i e RODO',
      kept: 'Tak długo, jak akta, w których stoi podpis tej osoby.',
    },
    security: {
      name: 'Dziennik i bezpieczeństwo',
      purpose: 'Da się sprawdzić, kto i po co sięgał do danych, i nikt nie zgaduje haseł.',
      basis: 'art. 6 ust. 1 lit. c i e oraz art. 32 RODO',
      kept: 'Dziennik: bezterminowo. Próby logowania: 1 dzień. Wysłane formularze: 30 dni.',
    },
    correspondence: {
      name: 'Poczta elektroniczna',
      purpose: 'Centrum powiadamia o czymś, co czeka. Listy nie mówią, o jaką usługę chodzi.',
      basis: 'art. 6 ust. 1 lit. e RODO',
      kept: 'Treść znika po wysłaniu.',
    },
    directory: {
      name: 'Informator o usługach',
      purpose: 'Mieszkaniec widzi, gdzie są usługi i z kim się skontaktować.',
      basis: 'art. 6 ust. 1 lit. e RODO',
      kept: 'Dopóki usługa jest w informatorze.',
    },
    operation: {
      name: 'Działanie systemu',
      purpose: 'Ustawienia centrum i bazy danych.',
      basis: 'nie dotyczy',
      kept: 'nie dotyczy',
    },
  } satisfies Record<Activity, ActivityWords>,
  classes: {
    identity: 'kto to jest',
    contact: 'kontakt',
    situation: 'sytuacja',
    special: 'dane wrażliwe (art. 9 i 10)',
    others: 'inne osoby w sprawie',
    pseudonymous: 'numery i ślady',
    staff: 'pracownicy',
  } satisfies Record<DataClass, string>,
}

export type RegisterText = typeof pl
