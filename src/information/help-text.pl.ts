import type { HelpSlug } from '#ui/help-topics.ts'

export const pl = {
  title: 'Pomoc',
  back: 'Cała pomoc',
  contents: 'Na tej stronie',
  /** The same words as the first heading of each text. */
  topics: {
    mieszkaniec: 'Pomoc dla mieszkańca i opiekuna',
    'punkt-obslugi': 'Pomoc dla pierwszego kontaktu',
    koordynator: 'Pomoc dla koordynatora planów',
    'organizator-uslug': 'Pomoc dla organizatora usług',
    dyrektor: 'Pomoc dla dyrektora',
    'organizator-spolecznosci': 'Pomoc dla organizatora społeczności lokalnej',
    'inspektor-ochrony-danych': 'Pomoc dla inspektora ochrony danych',
    administrator: 'Pomoc dla administratora',
    'moje-konto': 'Pomoc: logowanie i moje konto',
    'pozostale-role': 'Pomoc dla wykonawcy, księgowości i analityka',
  } satisfies Record<HelpSlug, string>,
}

export type HelpPagesText = typeof pl
