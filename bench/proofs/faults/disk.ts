import { spawnSync } from 'node:child_process'
import { mkdtemp, open, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from '#platform/postgres/address.ts'
import type { Figure } from '../../proof.ts'
import { startApplication, type Application } from '../installation/application.ts'
import { databaseIn } from '../installation/database.ts'
import { Worker } from '../installation/worker.ts'
import { register, registrationOf, type Acknowledged } from '../kills/writers.ts'
import { afterwards, atMost, none } from './verdict.ts'

const megabyte = 2 ** 20
/** Splot with its embedded database on a disk of 256 MB in memory; a file takes the rest while people write, and goes away again. */
export async function fillDisk(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'splot-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256m,mode=711', 'tmpfs', folder]).status === 0
  if (!mounted) {
    await rm(folder, { recursive: true })
    return [{ what: 'full disk', measured: 'skipped: only root can make a small disk', aim: '', met: false }]
  }
  const port = await findFreePort()
  const application = await startApplication({ port, dataFolder: folder, env: { SPLOT_SAMPLE: 'yes' } })
  try {
    return await writeOnFullDisk(folder, application)
  } finally {
    await application.stop()
    spawnSync('umount', [folder])
    await rm(folder, { recursive: true })
  }
}

interface Seen {
  saved: number
  refused: number
  other: number
  pages: number
  pagesFailed: number
}

async function writeOnFullDisk(folder: string, application: Application): Promise<Figure[]> {
  const done: Acknowledged = { registered: new Map(), saved: new Map() }
  const desk = new Worker(application.address)
  await desk.signIn(folder, 'front-desk')
  await register(desk, done)
  await desk.get('/uslugi')

  const ballast = join(folder, 'ballast')
  await fill(folder, ballast)
  const seen: Seen = { saved: 0, refused: 0, other: 0, pages: 0, pagesFailed: 0 }
  const deadline = performance.now() + 120_000
  while (seen.refused < 50 && performance.now() < deadline) await writeAndRead(desk, done, seen)
  await rm(ballast)
  const freed = performance.now()
  await register(desk, done)
  const seconds = (performance.now() - freed) / 1000

  return [
    { what: 'full disk: forms refused with 503', measured: String(seen.refused), aim: '≥ 50', met: seen.refused >= 50 },
    none('full disk: forms answered otherwise than saved or 503', seen.other),
    none(`full disk: public pages not served, of ${seen.pages}`, seen.pagesFailed),
    none('full disk: crashes of Splot or of its database', application.crashes()),
    atMost('full disk: saved again after space was made', seconds, 5, 's'),
    ...(await afterwards('full disk', databaseIn(folder), done)),
  ]
}

async function fill(folder: string, ballast: string): Promise<void> {
  const file = await open(ballast, 'w')
  const piece = Buffer.alloc(megabyte)
  for (;;) {
    const { bavail, bsize } = await statfs(folder)
    if (bavail * bsize < 2 * megabyte) break
    await file.write(piece)
  }
  await file.close()
}

/** One form, with words that take space, and one public page that nobody asked for before. */
async function writeAndRead(desk: Worker, done: Acknowledged, seen: Seen): Promise<void> {
  const fields = { ...registrationOf(''), words: randomWords() }
  const [form, page] = await Promise.all([
    desk.tryOnce('/praca/wnioski/nowy', fields),
    desk.tryOnce(`/uslugi?q=opieka&n=${Math.random()}`),
  ])
  if (form.status === 303) {
    seen.saved += 1
    done.registered.set(fields.familyName, form.location)
  } else if (form.status === 503) seen.refused += 1
  else seen.other += 1
  seen.pages += 1
  if (page.status !== 200) seen.pagesFailed += 1
}

const randomWords = (): string =>
  Array.from({ length: 450 }, () => Math.random().toString(36).slice(2, 12))
    .join(' ')
    .slice(0, 4900)
