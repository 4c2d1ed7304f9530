export const errorTextPl = {
  reference: 'Numer dla obsługi:',
  callUs: 'Możesz też zadzwonić. Pomożemy od razu.',
  toHome: 'Przejdź na stronę główną',
  toDesk: 'Wróć do swojej pracy',
  emergency: 'Pracujesz z tą sprawą, a nie możesz jej otworzyć?',
  toEmergency: 'Otwórz ją w nagłej sytuacji',
  emergencyElse: 'Nie każdą sprawę da się tak otworzyć. Możesz też od razu zadzwonić i poprosić dyrektora:',
  400: { title: 'Nie rozumiemy tego, co przyszło', lead: 'Wróć do poprzedniej strony i wyślij jeszcze raz.' },
  403: {
    title: 'Tej strony nie możesz otworzyć',
    lead: 'Twoja rola nie obejmuje tej czynności. Zapytaj administratora.',
  },
  404: { title: 'Nie ma takiej strony', lead: 'Sprawdź adres. Strona mogła zmienić miejsce.' },
  413: { title: 'To za dużo naraz', lead: 'Wróć, skróć tekst i wyślij jeszcze raz.' },
  415: { title: 'Nie rozumiemy tego, co przyszło', lead: 'Wróć do poprzedniej strony i wyślij formularz jeszcze raz.' },
  origin: { title: 'Wyślij to z naszej strony', lead: 'Otwórz stronę jeszcze raz i wypełnij formularz tutaj.' },
  500: { title: 'Coś się u nas zepsuło', lead: 'Nic nie zapisaliśmy. Spróbuj za chwilę jeszcze raz.' },
  503: {
    title: 'Chwilowa przerwa',
    lead: 'Odśwież stronę za kilka sekund. Wysłany formularz zapisze się tylko raz, także gdy wyślesz go ponownie.',
  },
}

export type ErrorText = typeof errorTextPl
