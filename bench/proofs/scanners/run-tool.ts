import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

/** Whether a program is installed; Debian's packages have the same names. */
export const isInstalled = (program: string): boolean => spawnSync('which', [program]).status === 0

/** What isn't on this machine is asked through a proxy that isn't there. */
const nowhere = 'http://127.0.0.1:9'
const onlyHere = { http_proxy: nowhere, https_proxy: nowhere, no_proxy: 'localhost,127.0.0.1' }

/** What a tool printed; one that goes on for longer than this is ended, and what it found until then counts. */
export async function runTool(program: string, words: readonly string[], seconds: number): Promise<string> {
  const env = { ...process.env, ...onlyHere, TERM: 'dumb', PYTHONUNBUFFERED: '1' }
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], env })
  const printed: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => void printed.push(piece))
  child.stderr.on('data', (piece: Buffer) => void printed.push(piece))
  const tooLong = setTimeout(() => child.kill('SIGINT'), seconds * 1000)
  await once(child, 'close')
  clearTimeout(tooLong)
  return Buffer.concat(printed).toString('utf8')
}
