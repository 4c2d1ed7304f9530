import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * Given to `node --import`: reads our TypeScript for the tests. What esbuild made of a file is kept in .cache/modules,
 * and our own imports name whole files, so nothing has to be searched for. Some 160 processes start in a run of the
 * tests, each with 600 files; tsx takes twice as long for them. Programs that people start go on using tsx.
 */
const root = new URL('../', import.meta.url).href
const folders: [prefix: string, folder: string][] = [
  ['#platform/', 'src/platform/'],
  ['#ui/', 'src/ui/'],
  ['#domains/', 'src/domains/'],
  ['#test/', 'test/'],
]
const kept = fileURLToPath(new URL('.cache/modules/', root))
const isOurs = (url: string | undefined): boolean => url?.startsWith(root) === true && !url.includes('/node_modules/')

mkdirSync(kept, { recursive: true })
process.setSourceMapsEnabled(true)

registerHooks({
  resolve(specifier, context, next) {
    const url =
      isOurs(context.parentURL) && /\.tsx?$/.test(specifier) ? addressOf(specifier, context.parentURL!) : undefined
    return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true }
  },
  load(url, context, next) {
    if (!isOurs(url) || !/\.tsx?$/.test(url)) return next(url, context)
    return { source: readModule(fileURLToPath(url)), format: 'module', shortCircuit: true }
  },
})

function addressOf(specifier: string, parent: string): string | undefined {
  if (specifier.startsWith('.')) return new URL(specifier, parent).href
  const found = folders.find(([prefix]) => specifier.startsWith(prefix))
  return found && root + found[1] + specifier.slice(found[0].length)
}

function readModule(file: string): string {
  const { mtimeMs, size } = statSync(file)
  const place = kept + createHash('sha1').update([file, mtimeMs, size].join(' ')).digest('hex')
  try {
    return readFileSync(place, 'utf8')
  } catch {
    const code = transform(file)
    // Another process may be at the same file: whoever is last puts a whole one there.
    writeFileSync(`${place}.${process.pid}`, code)
    renameSync(`${place}.${process.pid}`, place)
    return code
  }
}

let esbuild: typeof import('esbuild') | undefined

function transform(file: string): string {
  esbuild ??= createRequire(import.meta.url)('esbuild') as typeof import('esbuild')
  const loader = file.endsWith('x') ? 'tsx' : 'ts'
  const react = { jsx: 'automatic', jsxImportSource: 'preact' } as const
  const maps = { sourcefile: file, sourcemap: 'inline', sourcesContent: false } as const
  return esbuild.transformSync(readFileSync(file, 'utf8'), { loader, target: 'esnext', ...react, ...maps }).code
}
