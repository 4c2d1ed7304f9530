-- A link in a letter opens an account: it waits in the outbox sealed, and goes with the letter's text.
alter table mail add column sealed_link bytea;
