import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const sourceFolder = fileURLToPath(new URL('../src', import.meta.url))

/** A source file and what it imports; paths are relative to src, packages stand by their name. */
export interface SourceFile {
  path: string
  lines: number
  text: string
  imports: string[]
}

export async function readSource(folder = sourceFolder): Promise<SourceFile[]> {
  const names = await readdir(folder, { recursive: true })
  const paths = names.filter((name) => /\.tsx?$/.test(name))
  return Promise.all(paths.map(async (path) => toSourceFile(path, await readFile(join(folder, path), 'utf8'))))
}

const importing =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

export function toSourceFile(path: string, text: string): SourceFile {
  const imports = [...text.matchAll(importing)].map(([, fixed, dynamic]) => resolveImport(path, fixed ?? dynamic ?? ''))
  return { path, text, lines: text.split('\n').length - 1, imports }
}

function resolveImport(from: string, target: string): string {
  if (target === '#app') return 'app.tsx'
  if (target.startsWith('#')) return target.slice(1)
  if (!target.startsWith('.')) return target
  return relative('.', normalize(join(dirname(from), target)))
}

/** Layers from left to right: a layer imports itself and what stands to its left. */
const layers = ['platform', 'ui', 'domains', 'app'] as const

/** Which domain may import which, and only through its public.ts. No cycle: checked below. */
export const arrows: Record<string, readonly string[]> = {
  accounts: [],
  directory: [],
  casework: ['accounts', 'directory'],
  privacy: ['accounts', 'casework'],
}

function layerOf(path: string): number {
  const top = path.split('/')[0] ?? ''
  const layer = layers.findIndex((name) => name === top)
  return layer === -1 ? layers.indexOf('app') : layer
}

const isSource = (target: string) => /\.(tsx?|json)$/.test(target) && !target.startsWith('node:')
const domainOf = (path: string) => /^domains\/([^/]+)\//.exec(path)?.[1]
const isTest = (path: string) => /\.test\.tsx?$/.test(path)
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** What may import a package that only one kind of file should know. */
const reserved: { packages: RegExp; allowed: (path: string) => boolean; why: string }[] = [
  {
    packages: /^(kysely|pg)$/,
    allowed: (path) => path.startsWith('platform/') || nameOf(path).endsWith('queries.ts'),
    why: 'SQL lives in queries.ts',
  },
  {
    packages: /^hono(\/|$)/,
    allowed: (path) =>
      ['app.tsx', 'serve.ts'].includes(path) ||
      /^platform\/web[a-z-]*\.ts$/.test(path) ||
      /(^|-)(routes\.tsx|api\.ts)$/.test(nameOf(path)),
    why: 'the web framework ends at the routes',
  },
]

/** Each broken rule in a sentence; empty when the house stands. */
export function violations(files: SourceFile[]): string[] {
  const own = files.filter((file) => !isTest(file.path))
  return [
    ...own.flatMap((file) => file.imports.flatMap((target) => brokenArrow(file.path, target))),
    ...own.flatMap(brokenForm),
    ...importCycles(own),
    ...arrowCycles(),
  ]
}

function brokenArrow(path: string, target: string): string[] {
  if (!isSource(target)) {
    const broken = reserved.find((rule) => rule.packages.test(target) && !rule.allowed(path))
    return broken ? [`${path} imports ${target}: ${broken.why}`] : []
  }
  if (layerOf(target) > layerOf(path)) return [`${path} imports ${target}: a layer to its right`]
  const [from, to] = [domainOf(path), domainOf(target)]
  if (from && to && from !== to) {
    if (nameOf(target) !== 'public.ts') return [`${path} imports ${target}: only public.ts is for other domains`]
    if (!arrows[from]?.includes(to)) return [`${path} imports ${target}: no arrow from ${from} to ${to}`]
  }
  if (nameOf(path).endsWith('-page.tsx') && nameOf(target).endsWith('queries.ts')) {
    return [`${path} imports ${target}: a page gets plain values`]
  }
  return []
}

/** Files that may be longer, each with its reason. */
export const longFiles: Record<string, string> = {
  'platform/schema.ts': 'generated from the database',
}

const isText = (path: string) => /(^|\/)([a-z-]*-)?text\.(pl|uk|en)\.ts$/.test(path)

function brokenForm({ path, text, lines, imports }: SourceFile): string[] {
  const broken: string[] = []
  if (/^export default/m.test(text)) broken.push(`${path} has a default export`)
  const code = text.split('\n').filter((line) => line.trim() && !line.trim().startsWith('//'))
  const exportsAgain = code.filter((line) => /^export .* from /.test(line)).length
  if (nameOf(path) !== 'public.ts' && exportsAgain > 0 && exportsAgain === code.length)
    broken.push(`${path} is a barrel`)
  if (lines > 250 && !isText(path) && !longFiles[path]) broken.push(`${path} has ${lines} lines: two things live there`)
  if (/\bnew Date\b|\bDate\.now\b/.test(text) && !path.startsWith('platform/')) broken.push(`${path} uses Date`)
  if (/\/(util|utils|helper|helpers|common|misc|manager|dto|info|data)s?\.tsx?$/.test(`/${path}`)) {
    broken.push(`${path} has a name that says nothing`)
  }
  if (imports.some((target) => target.startsWith('#'))) broken.push(`${path} imports by an unknown alias`)
  return broken
}

export function importCycles(files: SourceFile[]): string[] {
  const graph = new Map(files.map((file) => [file.path, file.imports.filter(isSource)]))
  return cyclesIn(graph).map((cycle) => `import cycle: ${cycle.join(' → ')}`)
}

const arrowCycles = (): string[] =>
  cyclesIn(new Map(Object.entries(arrows))).map((cycle) => `cycle of domains: ${cycle.join(' → ')}`)

function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>()
  const cycles: string[][] = []
  const walk = (node: string, trail: string[]): void => {
    const at = trail.indexOf(node)
    if (at !== -1) return void cycles.push([...trail.slice(at), node])
    if (done.has(node)) return
    for (const next of graph.get(node) ?? []) walk(next, [...trail, node])
    done.add(node)
  }
  for (const node of graph.keys()) walk(node, [])
  return cycles
}
