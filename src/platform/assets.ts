import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { buildAssets, type Manifest } from './build-assets.ts'
import { themeCss, themeFromPath } from './theme.ts'

/** One file as it is sent: its bytes and the same bytes compressed. The address holds a hash, so it never changes. */
export interface Asset {
  type: string
  bytes: Uint8Array
  gzip: Uint8Array
  brotli?: Uint8Array
}

export interface Assets {
  /** The address of a file by its plain name: `url('public.css')` is `/assets/public.Xy12.css`. */
  url(name: string): string
  /** The file at an address, a centre's theme included; undefined when there is none. */
  find(path: string): Asset | undefined
}

/** An address never gets other bytes, so browsers may keep them for a year. */
export const assetCacheControl = 'public, max-age=31536000, immutable'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The checkout, or `dist` in the production bundle. */
const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * The style sheets, scripts and images. From source they are built on the first start and kept in `.cache/assets`
 * under a hash of their sources; a production bundle brings them along.
 */
export async function loadAssets(): Promise<Assets> {
  const bundled = join(root, 'assets')
  const folder = existsSync(bundled) ? bundled : await builtFromSource()
  const manifest: Manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  const files = new Map<string, Asset>()
  for (const file of Object.values(manifest)) files.set(`/assets/${file}`, await readAsset(folder, file))
  return {
    url: (name) => {
      const file = manifest[name]
      if (!file) throw new Error(`there is no asset ${name}`)
      return `/assets/${file}`
    },
    find: (path) => files.get(path) ?? themeAsset(path),
  }
}

async function builtFromSource(): Promise<string> {
  const folder = join(root, '.cache', 'assets', await sourceHash())
  if (!existsSync(join(folder, 'manifest.json'))) await buildAssets(join(root, 'src'), folder)
  return folder
}

/** Changes with every style, script and image, and with the packages that they are built from and by. */
async function sourceHash(): Promise<string> {
  const files = await Array.fromAsync(glob('src/{styles,browser,images}/**/*.{scss,ts,svg}', { cwd: root }))
  const builders = ['govuk-frontend', 'sass', 'esbuild']
  const inputs = [
    ...files.sort(),
    'src/platform/build-assets.ts',
    ...builders.map((name) => join('node_modules', name, 'package.json')),
  ]
  const hash = createHash('sha256')
  for (const file of inputs) hash.update(`${file}\0`).update(await readFile(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}

async function readAsset(folder: string, file: string): Promise<Asset> {
  const path = join(folder, file)
  const [bytes, gzip, brotli] = await Promise.all([readFile(path), readFile(`${path}.gz`), readFile(`${path}.br`)])
  return { type: types[extname(file)] ?? 'application/octet-stream', bytes, gzip, brotli }
}

function themeAsset(path: string): Asset | undefined {
  const theme = themeFromPath(path)
  if (!theme) return undefined
  const bytes = Buffer.from(themeCss(theme.brand, theme.accent))
  return { type: types['.css']!, bytes, gzip: gzipSync(bytes) }
}
