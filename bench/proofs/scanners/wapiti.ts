import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Figure } from '../../proof.ts'
import { runTool } from './run-tool.ts'
import type { Target } from './target.ts'

/** All that need nothing from outside: ssrf and xxe call the makers' server, wapp and nikto load lists. */
const modules = 'sql,xss,permanentxss,file,exec,redirect,crlf,csrf,cookieflags,csp,http_headers,methods'

/** Explained in docs/security/scanners.md; anything else is a finding. */
const explained = [/^X-XSS-Protection is not set/, /^Strict-Transport-Security is not set/, /^Lack of anti CSRF token/]

interface Report {
  vulnerabilities: Record<string, Found[]>
  anomalies: Record<string, Found[]>
}

interface Found {
  method: string
  path: string
  info: string
}

/** In what it attacks as staff there is no form that signs out: that one stands outside of the workplace. */
const places = { nobody: '/', staff: '/praca/' }

/** Crawls and attacks the public pages, then the workplace as a member of staff. */
export async function runWapiti({ address, cookie, folder }: Target): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const who of ['nobody', 'staff'] as const) {
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
    const times = ['--max-scan-time', '60', '--max-attack-time', '20']
    // It asks for Brotli, which Debian's wapiti can't read.
    const headers = ['-H', `Origin: ${address}`, '-H', 'Accept-Encoding: gzip']
    if (who === 'staff') headers.push('-H', `Cookie: ${cookie}`)
    const quiet = ['--no-bugreport', '--flush-session', '-v', '0', '-f', 'json', '-o', report]
    const stores = ['--store-session', join(folder, `session-${who}`), '--store-config', join(folder, 'wapiti')]
    const base = address + places[who]
    const target = ['-u', base, '-s', base.replace(/\/praca\/$/, '/praca'), '--scope', 'folder', '-m', modules]
    const said = await runTool('wapiti', [...target, ...headers, ...bounds, ...times, ...quiet, ...stores], 600)
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
    if (who === 'staff') figures.push(await stillIn(address, cookie))
  }
  return figures
}

/** Whoever was signed out on the way would have attacked as nobody from then on. */
async function stillIn(address: string, cookie: string): Promise<Figure> {
  const { status } = await fetch(`${address}/praca`, { headers: { cookie }, redirect: 'manual' })
  return {
    what: 'wapiti as staff: still signed in at the end',
    measured: String(status),
    aim: '200',
    met: status === 200,
  }
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
