import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const centre = z.object({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  mode: z.enum(['transformed-ops', 'intermunicipal', 'standalone-city']),
  voivodeshipTeryt: z.string().regex(/^\d{2}$/),
  municipalities: z.array(z.object({ teryt: z.string().regex(/^\d{6,7}$/), name: z.string().min(1) })).min(1),
  hosts: z.array(z.string().regex(/^[a-z0-9.-]+$/)).default([]),
  phone: z.string().min(1),
  email: z.email(),
  address: z.string().min(1),
  openingHours: z.string().min(1),
  sample: z.boolean().default(false),
})

/** A centre as its file `centre.json` describes it. */
export type CentreFile = z.infer<typeof centre>

/** @throws an error that names every mistake in the file. */
export async function readCentreFile(folder: string): Promise<CentreFile> {
  const path = join(folder, 'centre.json')
  const parsed = centre.safeParse(JSON.parse(await readFile(path, 'utf8')))
  if (parsed.success) return parsed.data
  const mistakes = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error([`${path} needs correcting:`, ...mistakes].join('\n'))
}
