export const tooFastTextPl = {
  title: 'Za dużo stron naraz',
  lead: 'Odczekaj kilka sekund i odśwież stronę.',
  form: 'Wysłany formularz zapisze się tylko raz, także gdy wyślesz go ponownie.',
  why: 'Tak bywa, gdy wiele osób korzysta z jednego łącza, na przykład w szkole albo w biurze.',
}

export type TooFastText = typeof tooFastTextPl
