import type { HelpPagesText } from './help-text.pl.ts'

export const uk: HelpPagesText = {
  title: 'Допомога',
  back: 'Уся допомога',
  contents: 'На цій сторінці',
  topics: {
    mieszkaniec: 'Допомога для мешканців і тих, хто доглядає',
    'punkt-obslugi': 'Допомога для працівників першого контакту',
    koordynator: 'Допомога для координатора планів',
    'organizator-uslug': 'Допомога для організатора послуг',
    dyrektor: 'Допомога для директора',
    'organizator-spolecznosci': 'Допомога для організатора місцевої громади',
    'inspektor-ochrony-danych': 'Допомога для інспектора із захисту даних',
    administrator: 'Допомога для адміністратора',
    'moje-konto': 'Допомога: вхід і мій обліковий запис',
    'pozostale-role': 'Допомога для виконавця, бухгалтерії та аналітика',
  },
}
