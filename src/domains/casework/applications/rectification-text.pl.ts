import type { RectificationReason } from './correction.ts'

export const pl = {
  why: 'Dlaczego zmieniasz dane?',
  whyMissing: 'Zaznacz, dlaczego zmieniasz dane.',
  reasons: {
    mistake: 'W zapisie był błąd',
    changed: 'Dane się zmieniły',
    request: 'Prosi o to ta osoba (art. 16 RODO)',
  } satisfies Record<RectificationReason, string>,
  history: 'Poprawki w danych',
  none: 'Nikt jeszcze nie poprawiał tych danych.',
  columns: { field: 'Pole', before: 'Było', after: 'Jest', why: 'Dlaczego', who: 'Kto i kiedy' },
  empty: 'puste',
}

export type RectificationText = typeof pl
