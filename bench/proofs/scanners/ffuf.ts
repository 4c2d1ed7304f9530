import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Figure } from '../../proof.ts'
import { runTool } from './run-tool.ts'
import type { Target } from './target.ts'

const words = fileURLToPath(new URL('words.txt', import.meta.url))
const endings = '.bak,.old,~,.sql,.zip,.tar.gz,.map,.json,.ts'

/** Meant to be there for everybody. */
const expected = new Set(['robots.txt'])

interface Result {
  input: { FUZZ: string }
  status: number
}

/** Names that are often left lying about, and ways out of a folder: none may be served, none may fail. */
export async function runFfuf({ address, folder }: Target): Promise<Figure[]> {
  const report = join(folder, 'ffuf.json')
  const bounds = ['-t', '4', '-timeout', '20', '-maxtime', '60', '-mc', '200,201,204,500,501,502,504,505']
  const output = ['-s', '-of', 'json', '-o', report]
  const said = await runTool('ffuf', ['-w', words, '-e', endings, '-u', `${address}/FUZZ`, ...bounds, ...output], 70)
  if (process.env['TOOLS'] !== undefined) console.log(said)
  const { results } = JSON.parse(await readFile(report, 'utf8')) as { results: Result[] | null }
  const names = (await readFile(words, 'utf8')).trim().split('\n').length * (1 + endings.split(',').length)
  const unexpected = (results ?? []).filter(({ input, status }) => status >= 500 || !expected.has(input.FUZZ))
  for (const { input, status } of unexpected) console.log(`ffuf: /${input.FUZZ} answered ${status}`)
  return [
    {
      what: `ffuf: names served or failing without being meant to be there, of ${names}`,
      measured: String(unexpected.length),
      aim: '0',
      met: unexpected.length === 0,
    },
  ]
}
