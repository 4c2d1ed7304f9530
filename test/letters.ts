import assert from 'node:assert/strict'
import { listMail, textWithLink } from '#platform/mail.ts'
import type { Person, Workplace } from './accounts-site.ts'
import type { TestCentre, TestDeps, Visitor } from './support.ts'

interface Place {
  centre: Pick<TestCentre, 'work'>
  deps: Pick<TestDeps, 'sealer'>
}

/** The letters that a centre has written, newest first, as they are sent. */
export async function lettersOf({ centre, deps }: Place): Promise<{ to: string; subject: string; text: string }[]> {
  const letters = await centre.work((tx) => listMail(tx, 50))
  return letters.map((letter) => ({
    to: letter.to_address,
    subject: letter.subject,
    text: textWithLink(letter, deps.sealer),
  }))
}

/** Where the link of a letter leads on its site. */
export const pathIn = (letter: { text: string } | undefined): string => {
  const address = /^https?:\S+$/m.exec(letter?.text ?? '')?.[0]
  if (!address) throw new Error('there is no link in the letter')
  return new URL(address).pathname
}

export const askForPassword = (browser: Visitor, email: string) => browser.post('/logowanie/haslo', { email })

/** Asks for a new password; gives where the link leads. The clock goes on, so that this letter is the newest. */
export async function resetLinkFor(place: Workplace, person: Person): Promise<string> {
  place.deps.clock.now = place.deps.now().add({ seconds: 1 })
  assert.equal((await askForPassword(place.visitor(), person.email)).location, '/logowanie/haslo/wyslane')
  const [letter] = await lettersOf(place)
  assert.equal(letter?.to, person.email)
  return pathIn(letter)
}
