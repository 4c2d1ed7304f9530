import type { Person } from '../../test/accessibility/world.ts'
import { globalSetup, globalTeardown } from '../../test/setup.ts'
import type { Figure, Proof } from '../proof.ts'
import { plantedLeaks } from './probes/controls.ts'
import { run, sideOf, type Found } from './probes/run.ts'
import { openTwoCentres, type Centre, type TwoCentres } from './probes/two-centres.ts'

/** Each way in which one centre could be asked for another's rows, tried by everyone on everything, both ways. */
export const prove: Proof = async () => {
  await globalSetup()
  const two = await openTwoCentres()
  try {
    return await probe(two)
  } finally {
    await two.stop()
    await globalTeardown()
  }
}

async function probe(two: TwoCentres): Promise<Figure[]> {
  const [first, second] = two.centres
  const sides = [await sideOf(two, first), await sideOf(two, second)] as const
  const here = await run(two, { own: second, side: sides[1] }, { own: first, side: sides[0] })
  const there = await run(two, { own: first, side: sides[0] }, { own: second, side: sides[1] })
  const all = [...here, ...there]
  const stillIn = [...(await signedIn(first)), ...(await signedIn(second))]
  const out = stillIn.filter(([, isIn]) => !isIn).map(([person]) => person)
  const planted = await plantedLeaks(two, sides)
  const leaks = all.flatMap(({ leaks: found }) => found)
  for (const leak of leaks.slice(0, 20)) console.log(leak)
  return [
    ...groups(all),
    { what: 'texts marked, columns', measured: String(two.marked), aim: '≥ 100', met: two.marked >= 100 },
    { what: 'probes', ...atLeast(sum(all, 'probes'), 20_000) },
    { what: 'leaks, rows changed, rows pointed at', measured: String(leaks.length), aim: '0', met: leaks.length === 0 },
    {
      what: 'people who could still work at the end, so that all was asked by someone signed in',
      measured: `${stillIn.length - out.length} of ${stillIn.length}${out.length > 0 ? `, not ${out.join(', ')}` : ''}`,
      aim: 'all',
      met: out.length === 0,
    },
    {
      what: 'planted leaks found, the control',
      measured: `${planted.found} of ${planted.planted}`,
      aim: 'all',
      met: planted.found === planted.planted,
    },
  ]
}

const sum = (found: readonly Found[], key: 'probes' | 'refused'): number =>
  found.reduce((total, one) => total + one[key], 0)

const atLeast = (value: number, least: number) => ({
  measured: value.toLocaleString('en'),
  aim: `≥ ${least.toLocaleString('en')}`,
  met: value >= least,
})

function groups(found: readonly Found[]): Figure[] {
  return [...new Set(found.map(({ group }) => group))].map((group) => {
    const own = found.filter((one) => one.group === group)
    const leaks = own.flatMap(({ leaks: of }) => of).length
    const measured = `${sum(own, 'probes').toLocaleString('en')} probes, ${leaks} leaks`
    return { what: group, measured, aim: '0 leaks', met: leaks === 0 }
  })
}

const staff = (person: Person): boolean =>
  !['nobody', 'writing', 'reported', 'resident', 'owing a code'].includes(person)

/** Of each member of staff whether a page of the workplace still opens. */
async function signedIn({ people }: Centre): Promise<[Person, boolean][]> {
  const answers: [Person, boolean][] = []
  for (const [person, visitor] of people) {
    if (staff(person)) answers.push([person, (await visitor.get('/praca')).status === 200])
  }
  return answers
}
