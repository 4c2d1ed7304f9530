import type { Random } from './random.ts'

const uuid = '00000000-0000-4000-8000-000000000000'

/** What an honest person could have typed or chosen, so that a form fails in one field at a time. */
const plausible = [
  ...['Jan', 'Kowalska-Nowak', 'Zażółć gęślą jaźń', 'Олена', '1950', '600 100 200', '44051401359', '87-100'],
  ...['2026-11-25', '2027-01-01', '25', '11', '2026', '12', '1,5', '10:00', '30', 'yes', 'no', 'pl', 'phone', '1'],
  ...['jan@example.org', 'ul. Długa 1', 'Nie wychodzę z domu od tygodnia.', 'weekly', 'person', '8', 'director'],
]

const numbers = [
  '0',
  '-1',
  '-0',
  '1e309',
  'NaN',
  'Infinity',
  '0x10',
  '2147483648',
  '9007199254740993',
  '٣',
  '1,',
  '１２',
]
const dates = ['2026-02-30', '0000-00-00', '9999-12-31', '-271821-04-19', '+275760-09-13', '29.02.2027', '24:60', '32']
const injections = [
  ...["'", `' or '1'='1`, `'; drop table person; --`, `1) union select null,null--`, `\\'; select pg_sleep(9)--`],
  ...['$$; select 1; $$', '{{7*7}}', '${7*7}', '<%= 7*7 %>', '#{7*7}', '%{7*7}', '$(id)', '`id`', '; cat /etc/passwd'],
  ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)', ']]>', '<!--', '&#x0;'],
  ...['../../../../etc/passwd', '..\\..\\windows\\win.ini', '/etc/passwd', 'file:///etc/passwd', '//evil.example/'],
  ...['https://evil.example/', '=1+1', '@SUM(1)', '+cmd|x', '%0d%0aSet-Cookie: a=b', 'a\r\nBcc: b@evil.example'],
  ...['%s%s%n', '%c0%af', '%u0000', '%00', '%', '%zz', '%E0%A4%A', '*)(uid=*', "' or 1=1 or ''='", '{"$gt":""}'],
  ...['null', 'undefined', 'true', '[object Object]', '[]', '{}', '__proto__', 'constructor', 'toString', 'prototype'],
]
const letters = [
  ...['', ' ', '\t', '\n', '\0', 'a\0b', '\u0001\u001F\u007F', '\uFEFF', '\u200B', '\u202Egnp.exe', '\u2028\u2029'],
  ...[
    '\uD800',
    'x\uDFFF',
    '\uFFFF',
    '😀'.repeat(50),
    'é'.normalize('NFD').repeat(300),
    'ﷺ'.repeat(100),
    'İıſß',
    '\u{10FFFF}',
  ],
]
const lengths = [1, 255, 256, 1000, 4001, 10_001, 70_000]

/** What nobody should type into one field. */
export function hostileValue(random: Random): string {
  const kind = random.below(20)
  if (kind < 4) return random.pick(numbers)
  if (kind < 6) return random.pick(dates)
  if (kind < 11) return random.pick(injections)
  if (kind < 15) return random.pick(letters)
  if (kind < 16) return random.pick(['x', 'ą', ' ', '9', '<', '\u0301', '\n']).repeat(random.pick(lengths))
  if (kind < 17) return uuid
  if (kind < 18) return random.pick(plausible) + random.pick(letters) + random.pick(injections)
  return anyText(random)
}

export const plausibleValue = (random: Random): string => random.pick(plausible)

/** Any sixteen-bit units in a row: half of what comes out is no text at all. */
const anyText = (random: Random): string =>
  Array.from({ length: random.below(24) }, () =>
    String.fromCharCode(random.chance(0.6) ? random.below(128) : random.below(0x1_00_00)),
  ).join('')

/** The names that are given to a field that no form has. */
export const strangeNames = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'length', 'tenant_id', 'tenantId'],
  ...['id', 'role', 'roles', 'state', 'version', 'is_admin', 'account_id', 'created_at', '_method', '_key', '_key[]'],
  ...['a[b]', 'a[__proto__][b]', 'a.b', '', '0', 'x'.repeat(300)],
]
