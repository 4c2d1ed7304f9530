import type { FileRefusal } from '#platform/files/upload.ts'
import { plural } from '#platform/i18n.ts'
import { mostAttachments, type AttachRefusal } from './attachment.ts'

export const pl = {
  title: 'Załączniki',
  none: 'Do tego wniosku nie ma załączników.',
  fileName: 'Nazwa pliku',
  added: (who: string, when: string) => `Dodano: ${who}, ${when}`,
  erased: 'Załącznik usunięty razem z danymi osoby.',
  remove: 'Usuń',
  removed: (n: number) =>
    plural('pl', n, {
      one: '# usunięty załącznik',
      few: '# usunięte załączniki',
      many: '# usuniętych załączników',
      other: '# usuniętego załącznika',
    }),
  removedBy: (who: string, when: string) => `Usunięto: ${who}, ${when}`,
  why: 'Dlaczego',
  add: 'Dodaj załącznik',
  what: 'Co to jest?',
  whatHint: 'Na przykład: orzeczenie o niepełnosprawności.',
  file: 'Plik',
  fileHint: 'PDF, JPEG albo PNG, najwyżej 10 MB.',
  titleMissing: 'Napisz, co to jest',
  titleLong: (max: number) => `Skróć opis do ${max} znaków`,
  fileRefusals: {
    missing: 'Wybierz plik',
    empty: 'Ten plik jest pusty. Wybierz inny',
    'too-large': 'Plik jest większy niż 10 MB. Zmniejsz go albo zeskanuj jeszcze raz',
    'wrong-type': 'To nie jest PDF, JPEG ani PNG. Zapisz dokument w jednym z tych formatów',
    damaged: 'Ten plik jest uszkodzony albo niepełny. Zapisz go lub zeskanuj jeszcze raz',
    'too-many-pixels': 'Obraz ma za dużo punktów. Zeskanuj go w mniejszej rozdzielczości',
    infected: 'W tym pliku jest wirus. Nie przyjęliśmy go. Nie otwieraj go i powiedz o nim administratorowi',
    unscanned: 'Nie udało się sprawdzić, czy w pliku jest wirus. Spróbuj za chwilę',
  } satisfies Record<FileRefusal, string>,
  refusals: {
    'application-ended': 'Ta sprawa jest zakończona. Nie można już dodać załącznika.',
    'too-many': `Wniosek ma już ${mostAttachments} załączników. Więcej się nie da. Usuń zbędne albo połącz skany w jeden plik.`,
  } satisfies Record<AttachRefusal, string>,
  removal: {
    title: 'Usuń załącznik',
    which: (title: string, number: string) => `„${title}”, wniosek ${number}`,
    warning: 'Pliku nie da się odzyskać. Zostanie ślad, kto go usunął i dlaczego.',
    reason: 'Dlaczego usuwasz?',
    reasonHint: 'Na przykład: plik dotyczy innej osoby.',
    button: 'Usuń załącznik',
    reasonMissing: 'Napisz, dlaczego usuwasz załącznik',
    reasonLong: (max: number) => `Skróć tekst do ${max} znaków`,
    gone: 'Tego załącznika już nie ma.',
  },
}

export type AttachmentsText = typeof pl
