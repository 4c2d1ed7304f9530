import type { RectificationText } from './rectification-text.pl.ts'

export const uk: RectificationText = {
  why: 'Чому ви змінюєте дані?',
  whyMissing: 'Позначте, чому ви змінюєте дані.',
  reasons: {
    mistake: 'У записі була помилка',
    changed: 'Дані змінилися',
    request: 'Про це просить ця особа (ст. 16 RODO)',
  },
  history: 'Виправлення в даних',
  none: 'Ці дані ще ніхто не виправляв.',
  columns: { field: 'Поле', before: 'Було', after: 'Є', why: 'Чому', who: 'Хто і коли' },
  empty: 'порожньо',
}
