import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Figure } from '../../proof.ts'
import { runTool } from './run-tool.ts'
import type { Target } from './target.ts'

/** All that need nothing from outside: ssrf and xxe call the makers' server, wapp and nikto load lists. */
const modules = 'sql,xss,permanentxss,file,exec,redirect,crlf,csrf,cookieflags,csp,http_headers,methods'

/** Explained in docs/security/scanners.md; anything else is a finding. */
const explained = [/^X-XSS-Protection is not set/, /^Strict-Transport-Security is not set/]

interface Report {
  vulnerabilities: Record<string, Found[]>
  anomalies: Record<string, Found[]>
}

interface Found {
  method: string
  path: string
  info: string
}

/** Crawls and attacks the public pages, then the workplace as a member of staff. */
export async function runWapiti({ address, cookie, folder }: Target): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [who, start, headers] of [
    ['nobody', '/', []],
    ['staff', '/praca', ['-H', `Cookie: ${cookie}`, '-x', `${address}/wyloguj`]],
  ] as const) {
    const report = join(folder, `wapiti-${who}.json`)
    const bounds = [
      '-d',
      '4',
      '--max-links-per-page',
      '30',
      '--max-files-per-dir',
      '15',
      '-t',
      '20',
      '-S',
      'aggressive',
    ]
    const times = ['--max-scan-time', '20', '--max-attack-time', '6']
    const quiet = ['--no-bugreport', '--flush-session', '-v', '0', '-f', 'json', '-o', report]
    const stores = ['--store-session', join(folder, `session-${who}`), '--store-config', join(folder, 'wapiti')]
    const target = ['-u', `${address}/`, '-s', address + start, '--scope', 'folder', '-m', modules]
    const words = [...target, '-H', `Origin: ${address}`, ...headers, ...bounds, ...times, ...quiet, ...stores]
    const said = await runTool('wapiti', words, 240)
    if (process.env['TOOLS'] !== undefined) console.log(said)
    const crawled = Number(/found (\d+) URLs and forms/.exec(said)?.[1] ?? 0)
    const written = await readFile(report, 'utf8').catch(() => undefined)
    if (written === undefined) {
      figures.push({ what: `wapiti as ${who}`, measured: 'ended without a report', aim: 'a report', met: false })
      continue
    }
    const { vulnerabilities, anomalies } = JSON.parse(written) as Report
    figures.push({
      what: `wapiti as ${who}: pages and forms attacked`,
      measured: String(crawled),
      aim: '≥ 20',
      met: crawled >= 20,
    })
    figures.push(...figuresOf(who, { ...vulnerabilities, ...anomalies }))
  }
  return figures
}

function figuresOf(who: string, byClass: Record<string, Found[]>): Figure[] {
  const found = Object.entries(byClass).filter(([, findings]) => findings.length > 0)
  const isNew = ({ info }: Found) => !explained.some((known) => known.test(info))
  const unexplained = found.flatMap(([, findings]) => findings.filter(isNew))
  for (const { method, path, info } of unexplained) console.log(`wapiti: ${method} ${path}: ${info}`)
  const classes = found.map(([name, findings]) => `${name}: ${findings.length}`).join(', ')
  return [
    {
      what: `wapiti as ${who}: findings that docs/security/scanners.md doesn't explain (all: ${classes || 'none'})`,
      measured: String(unexplained.length),
      aim: '0',
      met: unexplained.length === 0,
    },
  ]
}
