import { glob, readFile } from 'node:fs/promises'
import { parseSync } from 'oxc-parser'

/** A regular expression as it stands in a file. */
export interface Expression {
  file: string
  pattern: string
  flags: string
}

export interface FoundExpressions {
  literals: Expression[]
  /** Places that make an expression of a string, which nobody can check beforehand. */
  made: string[]
}

/** Every regular expression of the product's own code, by its syntax tree. */
export async function findExpressions(): Promise<FoundExpressions> {
  const found: FoundExpressions = { literals: [], made: [] }
  for await (const file of glob('src/**/*.{ts,tsx}')) {
    if (!/\.test\.tsx?$/.test(file)) collect(file, await readFile(file, 'utf8'), found)
  }
  return found
}

export function collect(file: string, source: string, found: FoundExpressions): void {
  walk(parseSync(file, source).program, (node) => {
    if (isRegExpCall(node)) found.made.push(`${file}: ${source.slice(Number(node['start']), Number(node['end']))}`)
    const { regex } = node as { regex?: { pattern: string; flags: string } }
    if (node['type'] === 'Literal' && regex) found.literals.push({ file, ...regex })
  })
}

type Node = Record<string, unknown>

const isRegExpCall = ({ type, callee }: Node): boolean =>
  (type === 'NewExpression' || type === 'CallExpression') && (callee as { name?: string }).name === 'RegExp'

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit)
  else if (value !== null && typeof value === 'object') {
    const node = value as Node
    if (typeof node['type'] === 'string') visit(node)
    for (const child of Object.values(node)) walk(child, visit)
  }
}
