import type { SourceFile } from '../architecture.ts'

/** A table by its name, or one that only the running program knows: that one counts as a centre's, unless it's a query. */
const begins = /\.(selectFrom|updateTable|deleteFrom)\(\s*(?:'(\w+)(?: as \w+)?'|(\w+)\))/g
const joins = /\.(?:inner|left|right|full)Join\(/g

/** Queries of a file on tables of centres in whose text the centre isn't named, each with its line. */
export function unnamed({ path, text }: SourceFile, tables: readonly string[]): string[] {
  const found: string[] = []
  const say = (at: number, what: string) => found.push(`${path}:${text.slice(0, at).split('\n').length} ${what}`)
  for (const match of text.matchAll(begins)) {
    const [, verb, named, variable] = match
    const isQuery = !named && verb === 'selectFrom' && text.includes(`const ${variable} = tx.db\n`)
    if (isQuery || (named && !tables.includes(named))) continue
    const calls = chainFrom(text, match.index)
    const own = calls.filter(({ name }) => !name.endsWith('Join'))
    if (!own.some(({ said }) => namesCentre(said))) say(match.index, `${verb} ${named ?? variable}`)
  }
  for (const match of text.matchAll(joins)) {
    const [call] = chainFrom(text, match.index)
    const table = /^\(\s*'(\w+)/.exec(call!.said)?.[1] ?? ''
    if (tables.includes(table) && !call!.said.includes('tenant_id')) say(match.index, `join ${table}`)
  }
  return found
}

/** Updates that count the version up without asking for the one that was seen: they would overwrite what came between. */
export function unversioned({ path, text }: SourceFile): string[] {
  return [...text.matchAll(/\.updateTable\(/g)].flatMap(({ index }) => {
    const calls = chainFrom(text, index)
    const counts = calls.some(
      ({ name, said }) => name === 'set' && /\bversion: (?:eb\('version'|(?:\w+\.)?version \+ 1)/.test(said),
    )
    const asks = calls.some(({ name, said }) => name === 'where' && /^\(\s*'version',\s*'=',/.test(said))
    return counts && !asks ? [`${path}:${text.slice(0, index).split('\n').length} ${calls[0]!.said}`] : []
  })
}

/**
 * The centre is the condition itself: one that stands in a query within the condition is that query's own. Of an insert
 * PostgreSQL wants a centre in any case.
 */
const namesCentre = (said: string): boolean => /^\(\s*'(?:\w+\.)?tenant_id',\s*'=',/.test(said)

interface Call {
  name: string
  said: string
}

/** The calls that hang on one another from a dot on: `.a(…).b(…)`. */
function chainFrom(text: string, start: number): Call[] {
  const calls: Call[] = []
  let at = start
  for (;;) {
    const next = /^\s*(?:\/\/[^\n]*\n\s*)*\.(\w+)(?:<[^(]*>)?(?=\()/.exec(text.slice(at))
    if (!next) return calls
    const open = at + next[0].length
    const close = closing(text, open)
    calls.push({ name: next[1]!, said: text.slice(open, close + 1) })
    at = close + 1
  }
}

/** Where the parenthesis at `open` is closed; what stands in quotes doesn't count. */
function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    const sign = text[at]!
    if (sign === "'" || sign === '"' || sign === '`') at = text.indexOf(sign, at + 1)
    else if (sign === '(') depth += 1
    else if (sign === ')' && --depth === 0) return at
  }
  return text.length
}
