import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Mutant } from './mutant.ts'
import { patterns, type Pattern } from './patterns.ts'

interface File {
  /** From the root of the repository. */
  path: string
  text: string
}

/** Every guard that the patterns find in the source, each taken away once. */
export async function sourceMutants(root: string): Promise<Mutant[]> {
  const source = await readAll(root, 'src', (name) => /\.tsx?$/.test(name))
  const tests = [...source.filter(({ path }) => isTest(path)), ...(await readAll(root, 'test', (name) => isTest(name)))]
  const own = source.filter(({ path }) => !isTest(path))
  return patterns.flatMap((pattern) => own.flatMap((file) => mutantsIn(file, pattern, tests)))
}

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

async function readAll(root: string, folder: string, wanted: (name: string) => boolean): Promise<File[]> {
  const names = (await readdir(join(root, folder), { recursive: true })).filter(wanted).toSorted()
  return Promise.all(
    names.map(async (name) => ({ path: `${folder}/${name}`, text: await readFile(join(root, folder, name), 'utf8') })),
  )
}

function mutantsIn(file: File, pattern: Pattern, tests: readonly File[]): Mutant[] {
  if (!pattern.files.test(file.path.replace(/^src\//, ''))) return []
  return [...file.text.matchAll(pattern.guard)].filter(isCode(file.text)).map((match) => {
    const at = match.index
    const rest = file.text.slice(at + match[0].length)
    const line = file.text.slice(0, at).split('\n').length
    return {
      kind: pattern.kind,
      name: `${file.path}:${line} ${lineAt(file.text, at)}`,
      tests: chooseTests(file, pattern, pattern.words?.(match, rest) ?? [], tests),
      change: { file: file.path, text: file.text.slice(0, at) + pattern.gone(match) + rest },
    }
  })
}

const lineAt = (text: string, at: number): string =>
  text
    .slice(text.lastIndexOf('\n', at) + 1)
    .split('\n', 1)[0]!
    .trim()
    .slice(0, 110)

/** Not in a comment and not in an import. */
const isCode =
  (text: string) =>
  ({ index }: { index: number }): boolean =>
    !/^\s*(?:\/\/|\*|\/\*|import )/.test(text.slice(text.lastIndexOf('\n', index) + 1))

const most = 7

/** Those that hold the kind, the test of the file itself, those that name the guard, then the neighbours. */
function chooseTests(file: File, { tests: given = [] }: Pattern, words: string[], tests: readonly File[]): string[] {
  const stem = basename(file.path).replace(/\.tsx?$/, '')
  const folder = dirname(file.path)
  const domain = /^src\/(?:domains\/)?[^/]+/.exec(folder)?.[0] ?? folder
  const beside = tests.filter(({ path }) => dirname(path) === folder)
  const near = tests.filter(({ path }) => path.startsWith(`${domain}/`))
  const naming = words.length === 0 ? [] : tests.filter(({ text }) => words.some((word) => text.includes(word)))
  const known = given.filter((path) => tests.some((one) => one.path === path))
  const chosen = [
    ...(words.length === 0 ? known : []),
    ...beside.filter(({ path }) => basename(path).startsWith(`${stem}.test`)).map(({ path }) => path),
    ...naming.filter((one) => near.includes(one)).map(({ path }) => path),
    ...known,
    ...beside.map(({ path }) => path),
    ...near.filter(({ text }) => text.includes(stem)).map(({ path }) => path),
  ]
  return [...new Set(chosen)].slice(0, most)
}
