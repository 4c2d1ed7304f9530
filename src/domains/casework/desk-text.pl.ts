import { plural } from '#platform/i18n.ts'

export const pl = {
  newReports: (n: number) =>
    plural('pl', n, {
      one: '# nowe zgłoszenie czeka na kontakt',
      few: '# nowe zgłoszenia czekają na kontakt',
      many: '# nowych zgłoszeń czeka na kontakt',
      other: '# nowego zgłoszenia czeka na kontakt',
    }),
  unassigned: (n: number) =>
    plural('pl', n, {
      one: '# wniosek czeka na koordynatora',
      few: '# wnioski czekają na koordynatora',
      many: '# wniosków czeka na koordynatora',
      other: '# wniosku czeka na koordynatora',
    }),
  overdue: (n: number) =>
    plural('pl', n, {
      one: '# plan jest po terminie',
      few: '# plany są po terminie',
      many: '# planów jest po terminie',
      other: '# planu jest po terminie',
    }),
  dueSoon: (n: number) =>
    plural('pl', n, {
      one: '# plan ma termin w ciągu 7 dni',
      few: '# plany mają termin w ciągu 7 dni',
      many: '# planów ma termin w ciągu 7 dni',
      other: '# planu ma termin w ciągu 7 dni',
    }),
}

export type DeskText = typeof pl
