import { formatInstant, href, type Lang } from '#platform/i18n.ts'
import { linkPlace, writeMail } from '#platform/mail.ts'
import type { Sealer } from '#platform/sealing.ts'
import type { Tx } from '#platform/tx.ts'
import { letterText } from './letter-text.ts'

/** In whose name and in which language a letter is written, and from which browser its reason came. */
export interface Correspondence {
  lang: Lang
  centre: { name: string; phone: string }
  browser: string
}

export interface Addressee {
  name: string
  email: string
}

/** What a person is told of their own account, whether they did it or somebody else. */
export type Notice =
  | {
      kind:
        | 'password-reset'
        | 'password-changed'
        | 'phone-changed'
        | 'codes-renewed'
        | 'passkey-added'
        | 'identity-linked'
    }
  | { kind: 'code-used'; left: number }

/** Tells a person by letter what has just happened to their account, and whom to call if it wasn't them. */
export async function writeNotice(
  tx: Tx,
  account: Addressee,
  notice: Notice,
  { lang, centre, browser }: Correspondence,
): Promise<void> {
  const t = letterText[lang]
  const said = notice.kind === 'code-used' ? t.codeUsed(notice.left) : t.notices[notice.kind]
  const { phone } = centre
  const paragraphs = [t.hello, said, t.when(formatInstant(lang, tx.now), browser), t.notYou(phone), centre.name]
  await writeMail(tx, { to: toOf(account), subject: t.noticeSubject, text: paragraphs.join('\n\n') })
}

/** A link that opens an account once. */
export interface LinkToSend {
  kind: 'invitation' | 'reset'
  /** Its address on this site, without a language. */
  path: string
  /** The site, such as `https://cus.example.pl`. */
  site: string
  sealer: Pick<Sealer, 'seal'>
}

/** Sends a link; its address waits sealed until the letter goes. */
export async function writeLink(
  tx: Tx,
  account: Addressee,
  { kind, path, site, sealer }: LinkToSend,
  { lang, centre }: Correspondence,
): Promise<void> {
  const t = letterText[lang]
  const { subject, before, after } = t.links[kind]
  const paragraphs = [t.hello, before(centre.name), linkPlace, after, `${centre.name}, ${centre.phone}`]
  await writeMail(tx, {
    to: toOf(account),
    subject,
    text: paragraphs.join('\n\n'),
    link: { address: site + href(lang, path), sealer },
  })
}

const toOf = ({ name, email }: Addressee) => ({ name, address: email })
