import { join } from 'node:path'
import type { Figure } from '../../proof.ts'
import { runTool } from './run-tool.ts'
import type { Target } from './target.ts'

interface Page {
  path: string
  data?: string
  /** As the member of staff. */
  signedIn?: true
}

/** Where something typed reaches the database: searches, filters, ids, sign-in and codes. */
const pages: Page[] = [
  { path: '/uslugi?q=opieka&typ=x&dzielnica=y' },
  { path: '/logowanie', data: 'email=kto@example.org&password=haslo-haslo&code=123456' },
  { path: '/moja-sprawa', data: 'code=1234567890123456&year=1961' },
  { path: '/praca/wnioski?q=jan&stan=new&strona=1', signedIn: true },
  { path: '/praca/wnioski/nowy/szukaj', data: 'familyName=Nowak&givenName=Jan&birthYear=1950', signedIn: true },
]

/** Tries every parameter of each page; the aim is that none can be injected into. */
export async function runSqlmap({ address, cookie, folder }: Target): Promise<Figure[]> {
  let [tested, injectable, failures] = [0, 0, 0]
  for (const [at, { path, data, signedIn }] of pages.entries()) {
    const words = ['-u', address + path, ...(data === undefined ? [] : ['--data', data])]
    const headers = `Origin: ${address}${signedIn ? `\nCookie: ${cookie}` : ''}`
    const modest = ['--level', '1', '--risk', '1', '--dbms', 'PostgreSQL', '--technique', 'BEUSQ', '--time-sec', '3']
    const plain = ['--batch', '--disable-coloring', '--flush-session', '--threads', '2', '--timeout', '20']
    const output = ['--output-dir', join(folder, `sqlmap-${at}`), '--ignore-code', '*']
    const said = await runTool('sqlmap', [...words, '--headers', headers, ...modest, ...plain, ...output], 90)
    if (process.env['TOOLS'] !== undefined) console.log(said)
    tested += said.match(/testing if (?:GET|POST) parameter/g)?.length ?? 0
    injectable += said.match(/^Parameter: /gm)?.length ?? 0
    failures += Number(/500 \(Internal Server Error\) - (\d+) times/.exec(said)?.[1] ?? 0)
  }
  return [
    { what: 'sqlmap: parameters tried', measured: String(tested), aim: '≥ 10', met: tested >= 10 },
    {
      what: 'sqlmap: parameters that can be injected into',
      measured: String(injectable),
      aim: '0',
      met: injectable === 0,
    },
    { what: 'sqlmap: answers of 500', measured: String(failures), aim: '0', met: failures === 0 },
  ]
}
