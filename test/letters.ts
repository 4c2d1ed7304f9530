import { listMail, textWithLink } from '#platform/mail.ts'
import type { TestCentre, TestDeps } from './support.ts'

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
