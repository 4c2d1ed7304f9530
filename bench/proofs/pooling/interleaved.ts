import type { Figure } from '../../proof.ts'
import { none } from '../faults/verdict.ts'
import { registration, type Person } from './people.ts'

interface Tally {
  answers: number
  wrong: number
  refused: number
  /** Answers that hold the mark of the centre that was asked: without them the search for the other's says little. */
  own: number
  registered: number
}

/** Everyone asks at once, one page after the other, both centres over the same two connections. */
export async function interleave(people: readonly Person[], requests: number): Promise<Figure[]> {
  const tally: Tally = { answers: 0, wrong: 0, refused: 0, own: 0, registered: 0 }
  await Promise.all(people.map((person) => browse(person, people, tally, requests)))
  const retries = people.reduce((sum, { browser }) => sum + browser.retries, 0)
  return [
    {
      what: 'requests of two centres and six kinds of people, interleaved',
      measured: `${tally.answers}, ${tally.registered} of them registrations; ${tally.own} answers hold their own centre's mark`,
      aim: `≥ ${requests}`,
      met: tally.answers >= requests && tally.own > tally.answers / 2,
    },
    none('answers with the mark of the wrong centre', tally.wrong),
    none('answers of 400 and above', tally.refused),
    none('requests that had to be sent again', retries),
  ]
}

async function browse(person: Person, people: readonly Person[], tally: Tally, requests: number): Promise<void> {
  const { centre, browser, paths } = person
  const stranger = people.find((one) => one.centre !== centre)!.centre.mark
  for (let turn = 0; tally.answers < requests; turn += 1) {
    const path = paths[turn % paths.length]!
    const registers = person.registers && turn % 4 === 3
    const answer = await (registers ? browser.post('/praca/wnioski/nowy', registration(centre)) : browser.get(path))
    tally.answers += 1
    if (answer.status >= 400) {
      tally.refused += 1
      console.log(`${answer.status} ${registers ? 'registration' : path}`)
    }
    if (answer.text.includes(stranger) || answer.location.includes(stranger)) tally.wrong += 1
    if (answer.text.includes(centre.mark)) tally.own += 1
    if (registers && answer.status === 303) {
      tally.registered += 1
      paths.push(answer.location)
    }
  }
}
