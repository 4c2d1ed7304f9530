import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const compressGzip = promisify(gzip)
const compressBrotli = promisify(brotliCompress)

/** What a folder of built assets lists: the file that stands for each name. */
export type Manifest = Record<string, string>

const sheets = ['public', 'staff']
const scripts = ['enhance', 'passkey']

/** Compiles the style sheets and the browser scripts of `source` (the folder `src`) into `folder`, all or nothing. */
export async function buildAssets(source: string, folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`
  await mkdir(unfinished, { recursive: true })
  const manifest: Manifest = {}
  const keep = async (name: string, bytes: Uint8Array) => {
    manifest[name] = hashedName(name, bytes)
    await writeCompressed(join(unfinished, manifest[name]), bytes)
    return `/assets/${manifest[name]}`
  }
  await buildImages(join(source, 'images'), keep)
  await buildSheets(join(source, 'styles'), manifest, keep)
  await buildScripts(join(source, 'browser'), keep)
  await writeFile(join(unfinished, 'manifest.json'), JSON.stringify(manifest, undefined, 2))
  await rename(unfinished, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(unfinished, { recursive: true, force: true })
    const builtByAnother = error.code === 'ENOTEMPTY' || error.code === 'EEXIST'
    if (!builtByAnother) throw error
  })
}

type Keep = (name: string, bytes: Uint8Array) => Promise<string>

async function buildImages(folder: string, keep: Keep): Promise<void> {
  for (const name of (await readdir(folder)).sort()) await keep(name, await readFile(join(folder, name)))
}

/** A sheet names an image as `url("asset:weave.svg")`; the address with its hash is put in here. */
async function buildSheets(folder: string, manifest: Manifest, keep: Keep): Promise<void> {
  const sass = await import('sass')
  const importer = new sass.NodePackageImporter(join(folder, '..', '..', 'package.json'))
  for (const name of sheets) {
    const { css } = await sass.compileAsync(join(folder, `${name}.scss`), {
      style: 'compressed',
      importers: [importer],
      quietDeps: true,
    })
    const linked = css.replaceAll(
      /asset:([\w.-]+)/g,
      (_, image: string) => `/assets/${manifest[image] ?? missing(image)}`,
    )
    await keep(`${name}.css`, Buffer.from(linked))
  }
}

const missing = (image: string): never => {
  throw new Error(`a style sheet names the image ${image}, which is not in src/images`)
}

async function buildScripts(folder: string, keep: Keep): Promise<void> {
  const esbuild = await import('esbuild')
  for (const name of scripts) {
    const built = await esbuild.build({
      entryPoints: [join(folder, `${name}.ts`)],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      write: false,
      logLevel: 'silent',
    })
    await keep(`${name}.js`, built.outputFiles[0]!.contents)
  }
}

const hashedName = (name: string, bytes: Uint8Array): string => {
  const extension = extname(name)
  const hash = createHash('sha256').update(bytes).digest('base64url').replaceAll(/[^\w]/g, '').slice(0, 10)
  return `${name.slice(0, -extension.length)}.${hash}${extension}`
}

async function writeCompressed(path: string, bytes: Uint8Array): Promise<void> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  await Promise.all([
    writeFile(path, bytes),
    compressGzip(bytes, { level: 9 }).then((small) => writeFile(`${path}.gz`, small)),
    compressBrotli(bytes, { params }).then((small) => writeFile(`${path}.br`, small)),
  ])
}
