import type { Sealer } from '#platform/sealing.ts'
import type { Tx } from '#platform/tx.ts'
import { writeLink, type Addressee, type Correspondence } from '../letters/letters.ts'
import { hashLinkToken, newLinkToken, pathOfLink, type LinkKind } from './access-link.ts'
import { deleteLinks, insertLink } from './link-queries.ts'

/** From where a link is sent. */
export interface Sender extends Correspondence {
  /** The site that the link leads to. */
  site: string
  sealer: Sealer
}

/** Makes a link for the account and sends it by e-mail; links sent before open nothing any more. */
export async function sendLink(
  tx: Tx,
  account: Addressee & { id: string },
  kind: LinkKind,
  { site, sealer, ...correspondence }: Sender,
): Promise<void> {
  const token = newLinkToken()
  await deleteLinks(tx, account.id)
  await insertLink(tx, { tokenHash: hashLinkToken(token)!, accountId: account.id, kind })
  await writeLink(tx, account, { kind, path: pathOfLink(kind, token), site, sealer }, correspondence)
}
