import { isStaff } from './actor.ts'
import type { Tx } from './tx.ts'

const purpose = 'words of a search'
const hours = 12

/**
 * What somebody searched for, as an address may carry it: a name or a PESEL never stands in a URL, where browsers, logs
 * and proxies keep it. Sealed for the one who searched, for a working day, so that going back and paging still work.
 */
export function sealWords(tx: Tx, words: string): string {
  const until = tx.now.add({ hours }).epochMilliseconds
  return tx.sealer.seal(purpose, JSON.stringify([searcher(tx), until, words])).toString('base64url')
}

/** Empty when there are none, when they are somebody else's, or from another day. */
export function unsealWords(tx: Tx, token: string): string {
  if (token === '') return ''
  try {
    const [whose, until, words] = JSON.parse(tx.sealer.unseal(purpose, Buffer.from(token, 'base64url'))) as [
      string,
      number,
      string,
    ]
    return whose === searcher(tx) && tx.now.epochMilliseconds < until ? words : ''
  } catch {
    return ''
  }
}

const searcher = ({ actor }: Tx): string => (isStaff(actor) ? actor.accountId : '')
