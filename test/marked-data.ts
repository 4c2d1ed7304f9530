import { createLog } from '#platform/log.ts'
import type { Logger } from '#platform/log.ts'
import { Visitor, type Answer } from './support.ts'

/** Where a mark was seen that must never be there. */
export interface Leak {
  mark: string
  where:
    | 'log'
    | 'address'
    | 'header'
    | 'link'
    | 'kept page'
    | 'journal'
    | 'mail subject'
    | 'notification'
    | 'database log'
  text: string
}

interface Seen {
  path: string
  answer: Answer
}

/** Listens to every request of the browsers of this process and to the log, at its most talkative. */
export class Listener {
  readonly lines: string[] = []
  readonly log: Logger
  readonly #seen: Seen[] = []
  readonly #marks: readonly string[]

  constructor(marks: readonly string[]) {
    this.#marks = marks.map(flat)
    this.log = createLog('debug', { write: (line) => void this.lines.push(line) })
    const { get, post, upload } = Visitor.prototype
    const seen = this.#seen
    Visitor.prototype.get = async function (path, headers) {
      const answer = await get.call(this, path, headers)
      seen.push({ path, answer })
      return answer
    }
    Visitor.prototype.post = async function (path, fields, headers) {
      const answer = await post.call(this, path, fields, headers)
      seen.push({ path, answer })
      return answer
    }
    Visitor.prototype.upload = async function (path, fields, file, headers) {
      const answer = await upload.call(this, path, fields, file, headers)
      seen.push({ path, answer })
      return answer
    }
  }

  get requests(): number {
    return this.#seen.length
  }

  /** Looks whether the text has a mark, however it is spelled: encoded, spaced, in another case. */
  leaksIn(where: Leak['where'], texts: readonly string[]): Leak[] {
    return texts.flatMap((text) => {
      const spelled = [text, decoded(text)].map(flat).join('\n')
      return this.#marks
        .filter((mark) => spelled.includes(mark))
        .map((mark) => ({ mark, where, text: text.slice(0, 300) }))
    })
  }

  /** What the answers say outside of their pages: addresses, headers, links; and pages that somebody keeps. */
  leaksInAnswers(): Leak[] {
    return this.#seen.flatMap(({ path, answer }) => {
      const links = [...answer.text.matchAll(/\s(?:href|action|formaction|src|data-[a-z-]*url)="([^"]*)"/gi)]
      const keepable = !/no-store/.test(answer.headers.get('cache-control') ?? '')
      const headers = [...answer.headers]
        // The name of a file that is saved belongs to the file; nobody on the way keeps it.
        .filter(([name]) => name !== 'location' && name !== 'content-disposition')
        .map(([name, value]) => `${name}: ${value}`)
      return [
        ...this.leaksIn('address', [path, answer.location]),
        ...this.leaksIn('header', headers),
        ...this.leaksIn('link', links.map(([, link]) => link!.replaceAll('&amp;', '&')).filter(isSent)),
        ...(keepable ? this.leaksIn('kept page', [answer.text]) : []),
      ]
    })
  }

  leaksInLog(): Leak[] {
    return this.leaksIn('log', this.lines)
  }
}

/** A number to dial stays on the device. */
const isSent = (link: string): boolean => !/^(?:tel|mailto):/.test(link)

/** Without what a name or a number may be set apart by. */
const flat = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[\s+().-]/g, '')

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return ''
  }
}
