-- Who is signed in may prove again who they are by a passkey: a challenge of its own, of no use for signing in.
alter table passkey_challenge
  drop constraint passkey_challenge_purpose_check,
  add constraint passkey_challenge_purpose_check check (purpose in ('add', 'sign-in', 'proof'));
