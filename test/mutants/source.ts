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

const most = 8

/** Those that hold the kind, the test of the file itself, then those nearby that name the guard or import the file. */
function chooseTests(
  file: File,
  { tests: given = [], areExact }: Pattern,
  words: string[],
  tests: readonly File[],
): string[] {
  const stem = basename(file.path).replace(/\.tsx?$/, '')
  const domain = /^src\/(?:domains\/)?[^/]+/.exec(file.path)?.[0] ?? ''
  const score = ({ path, text }: File): number =>
    (path.startsWith(`${dirname(file.path)}/${stem}.test`) ? 4 : 0) +
    (heldBy(file, path) ? 4 : 0) +
    (isNamedAlike(stem, basename(path)) ? 3 : 0) +
    (dirname(path) === dirname(file.path) ? 2 : 0) +
    (words.some((word) => text.includes(word)) ? (areExact ? 6 : 2) : 0) +
    (new RegExp(`/${stem}\\.tsx?'`).test(text) ? 4 : 0)
  const scored = tests
    .filter(
      ({ path, text }) =>
        path.startsWith(`${domain}/`) || text.includes(`#${file.path.slice(4)}'`) || heldBy(file, path),
    )
    .map((one) => ({ path: one.path, points: score(one) }))
    .filter(({ points }) => points > 1)
    .toSorted((one, other) => other.points - one.points)
    .map(({ path }) => path)
  const known = given.filter((path) => tests.some((one) => one.path === path))
  const chosen = words.length === 0 ? [...known, ...scored] : [...scored.slice(0, most - known.length), ...known]
  return [...new Set(chosen)].slice(0, most)
}

/** Tried where it is used, which its name doesn't tell: the beginning of the tests' paths. */
const elsewhere: Record<string, string> = {
  'src/platform/web-upload.ts': 'src/domains/casework/attachments/',
  'src/domains/accounts/own/own-routes.tsx': 'src/domains/accounts/recovery/',
  'src/domains/casework/applications/person-routes.tsx': 'src/domains/privacy/privacy',
  'src/domains/casework/case-steps.ts': 'src/domains/casework/plan/plan-conflicts',
}

const heldBy = ({ path }: File, test: string): boolean => {
  const beginning = elsewhere[path]
  return beginning !== undefined && test.startsWith(beginning)
}

/** `appoint-deputy` and `deputies.test`: a word of the one begins as one of the other. */
const isNamedAlike = (stem: string, test: string): boolean =>
  stem.split('-').some((word) => word.length >= 4 && test.includes(word.slice(0, 5)))
