/** How one kind of guard looks in the source, and what is left when it is gone. */
export interface Pattern {
  kind: string
  files: RegExp
  /** With the flag `g`; each match is one mutant. */
  guard: RegExp
  gone: (match: RegExpExecArray) => string
  /** Tests that hold every guard of this kind; those beside the file are asked as well. */
  tests?: readonly string[]
  /** Words by which tests of this very guard are found. */
  words?: (match: RegExpExecArray, rest: string) => string[]
  /** The words belong to this guard alone: a test that has one is asked before those that only stand near. */
  areExact?: true
}

const literals = (text: string): string[] => [...text.matchAll(/'([a-z][a-z.-]+[a-z])'/g)].map(([, word]) => `${word}`)

const security = ['test/headers.test.ts', 'src/platform/web.test.ts']

/** Work without its form key: a second sending does it again. */
const twice = `((at, _sent, _form, work) => work().then((done) =>
  typeof done === 'string' ? at.redirect(done, 303) : 'page' in done ? done.page : done))(c`

export const patterns: readonly Pattern[] = [
  {
    kind: 'permission of a route',
    files: /-?routes\.tsx$/,
    guard: /\ballow\(('[a-z.-]+')\)/g,
    gone: ([, action]) => `Object.assign((_c: never, next: () => Promise<void>) => next(), { action: ${action} })`,
    tests: ['test/access.test.ts'],
  },
  {
    kind: 'sign-in before a route',
    files: /routes\.tsx$/,
    guard: /(?<=\.(?:get|post|use)\('[^']+', )signedIn(?=,)/g,
    gone: () => '(_c: never, next: () => Promise<void>) => next()',
    tests: ['test/access.test.ts'],
  },
  {
    kind: 'centre named by a query',
    files: /\.ts$/,
    guard: /\.where\('(?:\w+\.)?tenant_id', '=', (?:tx|\w+)\.tenantId\)/g,
    gone: () => '',
    tests: ['test/isolation/predicates.test.ts'],
  },
  {
    kind: 'centre named by a join',
    files: /\.ts$/,
    guard: /\.(?:onRef|whereRef)\('\w+\.tenant_id', '=', '\w+\.tenant_id'\)/g,
    gone: () => '',
    tests: ['test/isolation/predicates.test.ts'],
  },
  {
    kind: 'scope of a case',
    files: /queries\.ts$/,
    guard: /\.where\(withinScope\(scope\)\)/g,
    gone: () => '',
    words: () => ['scope', 'another coordinator', 'plan-coordinator'],
  },
  {
    kind: 'version check',
    files: /queries\.ts$/,
    guard: /\.where\('(?:\w+\.)?version', '=', [^)]+\)/g,
    gone: () => '',
    words: () => ['409', 'changed-meanwhile', 'version'],
    tests: ['test/isolation/predicates.test.ts'],
  },
  {
    kind: 'refusal of a rule',
    files: /^(?:domains|platform)\/(?!.*(?:clock|name-agreement|person-matching|theme|names)\.ts$).*\.ts$/,
    guard: /\bif \((.+)\) return (?='[a-z-]+'$|\{ refused: '[a-z-]+' \}$)/gm,
    gone: ([, condition]) => `if (false && (${condition})) return `,
    words: (_match, rest) => literals(rest.split('\n')[0]!),
    tests: ['src/domains/casework/states.test.ts'],
  },
  {
    kind: 'refusal of a request',
    files: /\.tsx?$/,
    guard: /\bif \((.+)\) (?=throw new (?:NotFound|Forbidden|BadRequest)\()/g,
    gone: ([, condition]) => `if (false && (${condition})) `,
    tests: [...security, 'test/access.test.ts'],
  },
  {
    kind: 'guard of a step',
    files: /-states\.ts$/,
    guard: /\bguard: (?=[^;]*?(?:,\n| \}))/g,
    gone: () => 'guard: () => undefined, unguarded: ',
    tests: ['src/domains/casework/step-tables.test.ts', 'src/domains/casework/states.test.ts'],
  },
  {
    kind: 'reason of a step',
    files: /-states\.ts$/,
    guard: /\breasonRequired: true/g,
    gone: () => 'reasonRequired: false',
    tests: ['src/domains/casework/step-tables.test.ts'],
    words: () => ['reason-missing'],
  },
  {
    kind: 'line of the audit',
    files: /^domains\/.*\.tsx?$/,
    guard: /\brecordAudit\((?=(?:c\.var\.)?tx, )/g,
    gone: () => 'void (',
    tests: ['src/domains/accounts/account-audit.test.ts', 'test/isolation/pages.test.ts'],
    words: (_match, rest) => literals(/event: (?:[^,]*?)'[a-z.-]+'/.exec(rest.slice(0, 200))?.[0] ?? ''),
    areExact: true,
  },
  {
    kind: 'key of a form',
    files: /^domains\/.*\.tsx?$/,
    guard: /(?<=return )once\(c/g,
    gone: () => twice,
    tests: ['test/sent-twice.test.ts'],
    words: () => ['twice', 'double', 'once'],
  },
  {
    kind: 'line of the content security policy',
    files: /^platform\/web-security\.ts$/,
    guard: /^ {2}"[a-z-]+ '[^"]+",\n/gm,
    gone: () => '',
    tests: security,
  },
  {
    kind: 'security header',
    files: /^platform\/web-security\.ts$/,
    guard: /^ {2}'[A-Z][A-Za-z-]+': (?:'[^']+'|contentSecurityPolicy),\n/gm,
    gone: () => '',
    tests: security,
  },
  {
    kind: 'origin check',
    files: /^platform\/web-security\.ts$/,
    guard: /site === 'same-origin'|new URL\(origin\)\.host === host|!safeMethods\.has\(c\.req\.method\)/g,
    gone: ([found]) => (found.startsWith('!') ? 'false' : 'true'),
    tests: security,
  },
  {
    kind: 'security header',
    files: /^platform\/web-security\.ts$/,
    guard: /, \.\.\.onlyHttps(?= \})|\.headers\.set\('Cache-Control', 'no-store'\)/g,
    gone: () => '',
    tests: security,
  },
  {
    kind: 'flag of a cookie',
    files: /^platform\/web-cookies\.ts$/,
    guard: /(?<=setCookie\([^}]*)(?:httpOnly: true|sameSite: 'Lax'|prefix: 'host'),/g,
    gone: () => '',
    tests: ['test/headers.test.ts'],
  },
  {
    kind: 'escape of a page',
    files: /\.tsx?$/,
    guard: /(?<=doctype html>\$\{|\s)render\((?=\s|<)/g,
    gone: () => `((node: never) => render(node).replaceAll('&lt;', '<').replaceAll('&quot;', '"'))(`,
    tests: ['test/headers.test.ts'],
  },
  {
    kind: 'start of the program',
    files: /^platform\/(?:database-server|serving-role|server-release|db)\.ts$/,
    guard:
      /await assert\w+\(client\)|when exists \(.*\) then '[a-z-]+'|when has_schema_privilege.*|if \(!uuid\.test\(tenantId\)\) /g,
    gone: ([found]) => (found.startsWith('await') ? 'await client' : found.startsWith('if') ? 'if (false) ' : ''),
    tests: [
      'src/platform/serving-role.test.ts',
      'src/platform/server-release.test.ts',
      'src/platform/database-server.test.ts',
      'test/isolation/traps/connections.test.ts',
    ],
  },
  {
    kind: 'limit of attempts',
    files: /^domains\/.*\.tsx?$/,
    guard: /\bcount(?:Attempt|OrTell)\((?=tx, )/g,
    gone: () => "((..._measures: unknown[]) => Promise.resolve(['00000000-0000-4000-8000-000000000000']))(",
    words: () => ['too-many', '429'],
  },
]
