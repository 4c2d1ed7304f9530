import type { Figure } from '../proof.ts'
import { none } from './faults/verdict.ts'
import { inInstallation } from './installation/installation.ts'
import { Worker } from './installation/worker.ts'
import { runFfuf } from './scanners/ffuf.ts'
import { isInstalled } from './scanners/run-tool.ts'
import { runSqlmap } from './scanners/sqlmap.ts'
import type { Target } from './scanners/target.ts'
import { runWapiti } from './scanners/wapiti.ts'

const tools: Record<string, (target: Target) => Promise<Figure[]>> = {
  ffuf: runFfuf,
  sqlmap: runSqlmap,
  wapiti: runWapiti,
}

/** Known attack tools of Debian against an installation of their own. TOOL=ffuf takes one. */
export async function prove(): Promise<Figure[]> {
  const one = process.env['TOOL']
  const figures: Figure[] = []
  for (const [tool, run] of Object.entries(tools)) {
    if (one !== undefined && one !== tool) continue
    if (isInstalled(tool)) figures.push(...(await againstInstallation(run)))
    else figures.push({ what: tool, measured: `skipped: apt-get install ${tool}`, aim: '', met: false })
  }
  return figures
}

const againstInstallation = (run: (target: Target) => Promise<Figure[]>): Promise<Figure[]> =>
  inInstallation({}, async ({ folder, applications }) => {
    const application = applications[0]!
    const staff = new Worker(application.address)
    await staff.signIn(folder, 'front-desk')
    await staff.get('/uslugi?q=opieka')
    const figures = await run({ address: application.address, cookie: staff.cookie, folder })
    return [...figures, none('crashes of Splot', application.crashes())]
  })
