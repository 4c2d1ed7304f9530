import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { findFreePort } from '#platform/postgres/address.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A Splot that runs as it does for everyone: bin/start, the embedded database, the sample municipality. */
export interface Program {
  port: number
  child: ChildProcess
  /** From the call of bin/start to the first page. */
  millisecondsToFirstPage: number
  stop(): Promise<void>
}

export async function startProgram(dataFolder: string, words: string[] = []): Promise<Program> {
  const port = await findFreePort()
  // Measured from one address, as fast as it goes.
  const unpaced = { SPLOT_PAGES_PER_SECOND: '1000000' }
  const env = { PATH: process.env['PATH'], PORT: String(port), SPLOT_DATA: dataFolder, ...unpaced }
  const began = performance.now()
  const child = spawn(join(root, 'bin/start'), words, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'exit')
  await servesPage(port, child)
  const millisecondsToFirstPage = performance.now() - began
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { port, child, millisecondsToFirstPage, stop }
}

async function servesPage(port: number, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + 60_000
  while (performance.now() < deadline && child.exitCode === null) {
    const page = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)
    if (page?.ok) return void (await page.text())
    await sleep(5)
  }
  child.kill('SIGKILL')
  throw new Error('Splot did not serve its first page within a minute')
}

export async function withDataFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'splot-bench-'))
  await chmod(folder, 0o711)
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A helper program of this folder in a process of its own, and the way to ask it. */
export function companion(file: string) {
  const child = fork(join(root, 'bench', file), { execArgv: ['--import', 'tsx'] })
  const failed = once(child, 'exit').then(() => Promise.reject(new Error(`${file} ended`)))
  failed.catch(() => {})
  return {
    ask: async <T>(question: object): Promise<T> => {
      const answer = once(child, 'message')
      child.send(question)
      const [first] = (await Promise.race([answer, failed])) as [T]
      return first
    },
    pid: child.pid!,
    stop: () => child.kill(),
  }
}
