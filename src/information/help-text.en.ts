import type { HelpPagesText } from './help-text.pl.ts'

export const en: HelpPagesText = {
  title: 'Help',
  back: 'All help',
  contents: 'On this page',
  topics: {
    mieszkaniec: 'Help for residents and carers',
    'punkt-obslugi': 'Help for the front desk',
    koordynator: 'Help for plan coordinators',
    'organizator-uslug': 'Help for the service organiser',
    dyrektor: 'Help for the director',
    'organizator-spolecznosci': 'Help for the community organiser',
    'inspektor-ochrony-danych': 'Help for the data protection officer',
    administrator: 'Help for the administrator',
    'moje-konto': 'Help: signing in and my account',
    'pozostale-role': 'Help for providers, accountants and analysts',
  },
}
