import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { killNow } from './database.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export interface Settings {
  port: number
  dataFolder: string
  /** Any other setting of .env.example, or a variable of the process. */
  env: Record<string, string>
}

/** Splot as one process that listens on a port; its supervisor starts it again when it was killed. */
export interface Application {
  readonly address: string
  /** How often it ended though nobody had killed it. */
  readonly crashes: () => number
  pid(): number
  kill(): void
  /** Starts it again after a kill, without waiting until it serves. */
  start(): void
  stop(): Promise<void>
}

export async function startApplication(settings: Settings): Promise<Application> {
  let crashes = 0
  const forgiven = new Set<ChildProcess>()
  let child: ChildProcess
  const start = () => {
    const started = (child = spawnIt(settings))
    started.once('exit', () => {
      if (forgiven.has(started)) return
      crashes += 1
      start()
    })
  }
  start()
  const address = `http://localhost:${settings.port}`
  await serves(address)
  return {
    address,
    crashes: () => crashes,
    pid: () => child.pid!,
    kill: () => {
      forgiven.add(child)
      killNow(child.pid!)
    },
    start,
    stop: async () => {
      forgiven.add(child)
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

function spawnIt({ port, dataFolder, env }: Settings): ChildProcess {
  const own = { PATH: process.env['PATH'], PORT: String(port), SPLOT_DATA: dataFolder, LOG_LEVEL: 'fatal' }
  // A proof asks from one address, as fast as it goes; the one of floods sets the pace back to everyone's.
  const unpaced = { SPLOT_PAGES_PER_SECOND: '1000000' }
  return spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: { ...own, ...unpaced, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** Waits for the first answer that isn't an outage. */
export async function serves(address: string, patience = 60_000): Promise<void> {
  const deadline = performance.now() + patience
  while (performance.now() < deadline) {
    const answer = await fetch(`${address}/readyz`).catch(() => undefined)
    if (answer?.ok) return void (await answer.text())
    await answer?.body?.cancel()
    await sleep(10)
  }
  throw new Error(`${address} did not serve within ${patience / 1000} s`)
}
