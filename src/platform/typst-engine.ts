import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Compiles one Typst source with string inputs to PDF bytes; throws with the compiler's words when it can't. */
export type TypstEngine = (source: string, inputs: Record<string, string>) => Uint8Array

const require = createRequire(import.meta.url)

/**
 * The native compiler, where there is one for this machine, checks PDF/UA-1 and marks the file with it. Elsewhere the
 * same compiler runs as WebAssembly: the file is tagged just as well, but carries no mark.
 */
export async function loadTypst(fonts: readonly Buffer[]): Promise<TypstEngine> {
  const native = findNative()
  return native ? nativeEngine(native, fonts) : wasmEngine(fonts)
}

interface Native {
  NodeCompiler: { create(settings: { fontArgs: { fontBlobs: Buffer[] }[] }): NativeCompiler }
}
interface NativeCompiler {
  pdf(source: { mainFileContent: string; inputs: Record<string, string> }, options: { pdfStandard: string }): Buffer
  evictCache(maxAge: number): void
}

function findNative(): Native | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  for (const libc of ['gnu', 'musl']) {
    try {
      return require(`@myriaddreamin/typst-ts-node-compiler-linux-x64-${libc}`) as Native
    } catch {
      // Not installed, or made for the other C library.
    }
  }
  return undefined
}

function nativeEngine({ NodeCompiler }: Native, fonts: readonly Buffer[]): TypstEngine {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fonts] }] })
  return (source, inputs) => {
    try {
      return compiler.pdf({ mainFileContent: source, inputs }, { pdfStandard: 'ua-1' })
    } finally {
      // The compiler remembers whole documents, which hold people's data.
      compiler.evictCache(0)
    }
  }
}

export async function wasmEngine(fonts: readonly Buffer[]): Promise<TypstEngine> {
  const typst = await import('@myriaddreamin/typst-ts-web-compiler')
  typst.initSync({ module: readFileSync(require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')) })
  const builder = new typst.TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of fonts) await builder.add_raw_font(font)
  const compiler = await builder.build()
  const human = 2
  return (source, inputs) => {
    compiler.add_source('/main.typ', source)
    const answer: { result?: Uint8Array; diagnostics?: unknown } = compiler.compile(
      '/main.typ',
      Object.entries(inputs),
      'pdf',
      human,
    )
    compiler.reset()
    if (!answer.result) throw new Error(`Typst: ${JSON.stringify(answer.diagnostics)}`)
    return answer.result
  }
}
