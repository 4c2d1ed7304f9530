import { randomBytes } from 'node:crypto'
import { link, rm, writeFile } from 'node:fs/promises'

/** Makes a file with its whole content or not at all; false when it's there already. Only its owner can read it. */
export async function createOnce(path: string, text: string): Promise<boolean> {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(unfinished, text, { flag: 'wx', mode: 0o600, flush: true })
  try {
    await link(unfinished, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(unfinished)
  }
}
