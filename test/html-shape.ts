const tokens = /<!--[\s\S]*?-->|<(\/?)([a-z][\w-]*)((?:\s+[^\s=>/]+(?:\s*=\s*"[^"]*")?)*)\s*\/?>|[^<]+/gi
const attribute = /([^\s=>/]+)(?:\s*=\s*"([^"]*)")?/g
const voids = new Set(['input', 'br', 'hr', 'img', 'meta', 'link', 'path'])
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: '\u00a0',
  ctdot: '⋯',
}

/**
 * HTML as indented lines with sorted attributes and collapsed white space, so that two ways of writing one tree are
 * equal. For well-formed markup only: it is a test's measuring stick, not a parser.
 */
export function htmlShape(html: string, ignored: ReadonlySet<string> = new Set()): string[] {
  const lines: string[] = []
  let depth = 0
  for (const [token, closing, name, attributes] of html.matchAll(tokens)) {
    if (token.startsWith('<!--')) continue
    if (name === undefined) pushText(lines, depth, token)
    else if (closing) depth -= voids.has(name) ? 0 : 1
    else {
      lines.push(`${'  '.repeat(depth)}<${name}${attributeList(attributes ?? '', ignored)}>`)
      if (!voids.has(name)) depth += 1
    }
  }
  return lines
}

function pushText(lines: string[], depth: number, text: string): void {
  const words = decode(text).replaceAll(/\s+/g, ' ').trim()
  if (words) lines.push(`${'  '.repeat(depth)}${words}`)
}

function attributeList(text: string, ignored: ReadonlySet<string>): string {
  const pairs = [...text.matchAll(attribute)].filter(([, name]) => !ignored.has(name!))
  return pairs
    .map(
      ([, name, value]) =>
        ` ${name}="${decode(value ?? '')
          .trim()
          .split(/\s+/)
          .sort()
          .join(' ')}"`,
    )
    .sort()
    .join('')
}

const decode = (text: string): string =>
  text.replaceAll(/&(#?\w+);/g, (whole, entity: string) => entities[entity] ?? whole)
