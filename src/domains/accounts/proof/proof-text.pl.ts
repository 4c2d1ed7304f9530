import type { ProofRefusal } from './prove-again.ts'

export const pl = {
  title: 'Potwierdź, że to Ty',
  lead: 'Za chwilę zrobisz coś ważnego. Podaj jeszcze raz hasło i kod.',
  why: 'Pytamy, gdy od ostatniego podania minęło kilka minut. Tak nikt nie skorzysta z komputera, od którego odejdziesz.',
  formWaits: 'To, co było w formularzu, czeka. Wyślesz je na następnej stronie.',
  codeHint: 'Sześć cyfr z aplikacji do kodów. Nie masz telefonu? Wpisz jeden z kodów zapasowych, 12 cyfr.',
  orPasskey: 'Bez hasła',
  byPasskey: 'Potwierdź kluczem dostępu',
  passkeyCancelled: 'Nie użyto klucza. Spróbuj jeszcze raz albo wpisz hasło i kod.',
  submit: 'Potwierdź',
  cancel: 'Wróć bez potwierdzania',
  refusals: {
    wrong: 'Hasło albo kod się nie zgadza. Wpisz oba jeszcze raz, z nowym kodem.',
    'wrong-passkey': 'Ten klucz dostępu nie potwierdza, że to Ty. Spróbuj jeszcze raz albo wpisz hasło i kod.',
    'too-many': 'Było za dużo prób. Poczekaj kwadrans i spróbuj ponownie.',
  } satisfies Record<ProofRefusal, string>,
}

export type ProofText = typeof pl
