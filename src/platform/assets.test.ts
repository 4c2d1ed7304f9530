import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import test from 'node:test'
import { promisify } from 'node:util'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { loadAssets } from './assets.ts'

const run = promisify(execFile)
const assets = await loadAssets()
const found = (name: string) => assets.find(assets.url(name))!

test('each file is sent as it is and compressed, under an address with its hash', () => {
  for (const name of ['public.css', 'staff.css', 'enhance.js', 'mark.svg']) {
    const { bytes, gzip, brotli } = found(name)
    assert.match(assets.url(name), /^\/assets\/\w+\.\w{8,}\.\w+$/)
    assert.deepEqual(gunzipSync(gzip), Buffer.from(bytes))
    assert.deepEqual(brotliDecompressSync(brotli!), Buffer.from(bytes))
  }
  assert.equal(found('public.css').type, 'text/css; charset=utf-8')
})

test('what isn’t an asset isn’t found', () => {
  for (const path of ['/assets/', '/assets/public.css', '/assets/manifest.json', '/assets/../package.json']) {
    assert.equal(assets.find(path), undefined)
  }
  assert.throws(() => assets.url('nothing.css'))
})

test('all that a public page loads leaves room for the page itself in 60 kB', () => {
  const sizes = ['public.css', 'enhance.js', 'mark.svg', 'weave.svg'].map((name) => found(name).gzip.length)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  assert.ok(total < 25_000, `${total} bytes`)
})

test('nothing of GOV.UK’s brand is left: no crown, no crest, no Transport', () => {
  for (const name of ['public.css', 'staff.css']) {
    const css = Buffer.from(found(name).bytes).toString()
    assert.doesNotMatch(css, /crown|crest|GDS Transport|@font-face|asset:/i)
    for (const [, url] of css.matchAll(/url\("?([^")]+)/g)) assert.ok(assets.find(url ?? ''), `${url} is found`)
  }
})

test('a centre’s theme is served from the colours in its address', () => {
  const theme = assets.find('/assets/theme-5b1a4b-8a3b00.css')
  assert.match(Buffer.from(theme!.bytes).toString(), /--brand:#5b1a4b/)
  assert.equal(assets.find('/assets/theme-ffff00-8a3b00.css'), undefined)
})

test('a second start doesn’t load Sass or esbuild', async () => {
  const script = `
    import { registerHooks } from 'node:module'
    const loaded = []
    registerHooks({ resolve: (name, from, next) => {
      if (from.parentURL?.includes('/build-assets.ts')) loaded.push(name)
      return next(name, from)
    } })
    const { loadAssets } = await import(${JSON.stringify(import.meta.resolve('./assets.ts'))})
    await loadAssets()
    console.log(loaded.join(' '))`
  const { stdout } = await run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
  assert.match(stdout, /node:zlib/)
  assert.doesNotMatch(stdout, /sass|esbuild/)
})
