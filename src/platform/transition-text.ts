import type { TransitionRefusal } from './transitions.ts'

export const transitionText = {
  pl: {
    'not-possible-now': 'Tego nie można teraz zrobić. Ktoś mógł już zmienić ten wpis. Odśwież stronę.',
    'not-permitted': 'Twoja rola nie pozwala na ten krok. Poproś osobę, która może to zrobić.',
    'reason-missing': 'Napisz, dlaczego to robisz.',
  },
  uk: {
    'not-possible-now': 'Зараз це зробити не можна. Можливо, хтось уже змінив цей запис. Оновіть сторінку.',
    'not-permitted': 'Ваша роль не дозволяє цей крок. Попросіть того, хто може це зробити.',
    'reason-missing': 'Напишіть, чому ви це робите.',
  },
  en: {
    'not-possible-now': 'This can’t be done now. Someone may have changed this record. Reload the page.',
    'not-permitted': 'Your role doesn’t allow this step. Ask someone who may do it.',
    'reason-missing': 'Write why you are doing this.',
  },
} satisfies Record<'pl' | 'uk' | 'en', Record<TransitionRefusal, string>>
