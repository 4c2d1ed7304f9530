import type { Figure } from '../proof.ts'
import { jumpClock } from './faults/clock.ts'
import { fillDisk } from './faults/disk.ts'
import { restartDatabase } from './faults/restart.ts'
import { slowDown } from './faults/slow-clients.ts'

/** One fault after the other, each in an installation of its own. FAULT=disk takes one. */
const faults: Record<string, () => Promise<Figure[]>> = {
  disk: fillDisk,
  restart: restartDatabase,
  slow: slowDown,
  clock: jumpClock,
}

export async function prove(): Promise<Figure[]> {
  const one = process.env['FAULT']
  const figures: Figure[] = []
  for (const [name, fault] of Object.entries(faults)) {
    if (one === undefined || one === name) figures.push(...(await fault()))
  }
  return figures
}
