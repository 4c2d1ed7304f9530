import { resolve } from 'node:path'
import { z } from 'zod'
import { parseClamdAddress, type ClamdAddress } from './files/virus-scan.ts'
import { parseNetworks, type Networks } from './web-address.ts'

/** What the environment says, checked. `.env.example` tells what each setting is for. */
export interface Config {
  host: string
  port: number
  dataFolder: string
  databaseUrl: string | undefined
  databaseOwnerUrl: string | undefined
  /** The same server and role as databaseUrl, past a pooler. */
  databaseDirectUrl: string | undefined
  databaseReplicaUrl: string | undefined
  databaseBackupUrl: string | undefined
  sample: boolean
  baseUrl: string
  trustedProxies: Networks
  /** What one address that isn't signed in may have drawn anew, by and by; five times as many at once. */
  pagesPerSecond: number
  /** Inner networks in which an identity provider may stand; otherwise only public addresses are asked. */
  innerNetworks: Networks
  secret: string | undefined
  /** Secrets that were used before; they open what was sealed with them. */
  previousSecrets: string[]
  smtpUrl: string | undefined
  /** Where files are looked over for viruses before they are taken; nowhere when not set. */
  clamd: ClamdAddress | undefined
  logLevel: (typeof logLevels)[number]
}

export type Environment = Record<string, string | undefined>

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const url = (protocol: RegExp, example: string) =>
  z.url({ protocol, error: `must be an address like ${example}` }).optional()

const networks = z
  .string()
  .default('')
  .transform((list, context) => {
    const parsed = parseNetworks(list)
    if (parsed) return parsed
    context.addIssue({ code: 'custom', message: 'must be addresses or networks like 127.0.0.1, 10.1.0.0/16' })
    return z.NEVER
  })

const clamd = z.string().transform((text, context) => {
  const address = parseClamdAddress(text)
  if (address) return address
  context.addIssue({ code: 'custom', message: 'must be like 127.0.0.1:3310 or /run/clamav/clamd.ctl' })
  return z.NEVER
})

const settings = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be at least 0')
    .max(65_535, 'must be at most 65535')
    .default(3000),
  SPLOT_DATA: z.string().default('./data'),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://splot_app:password@server/splot'),
  DATABASE_OWNER_URL: url(/^postgres(ql)?$/, 'postgres://splot_owner:password@server/splot'),
  DATABASE_DIRECT_URL: url(/^postgres(ql)?$/, 'postgres://splot_app:password@server/splot'),
  DATABASE_REPLICA_URL: url(/^postgres(ql)?$/, 'postgres://splot_app:password@replica/splot'),
  DATABASE_BACKUP_URL: url(/^postgres(ql)?$/, 'postgres://splot_backup:password@server/splot'),
  SPLOT_SAMPLE: z.enum(['yes', 'no'], { error: 'must be yes or no' }).optional(),
  SPLOT_BASE_URL: url(/^https?$/, 'https://cus.example.pl'),
  SPLOT_TRUSTED_PROXY: networks,
  SPLOT_PAGES_PER_SECOND: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(1_000_000, 'must be at most 1000000')
    .default(40),
  SPLOT_INNER_NETWORKS: networks,
  SPLOT_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SPLOT_SECRET_PREVIOUS: z
    .string()
    .default('')
    .transform((list) => list.split(/\s+/).filter(Boolean)),
  SMTP_URL: url(/^smtps?$/, 'smtp://user:password@server:587'),
  SPLOT_CLAMD: clamd.optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
})

/** Throws one error that names every mistake; a setting left empty counts as not set. */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = settings.safeParse(given)
  const mistakes = [...(parsed.error?.issues ?? []).map(describeMistake), ...listMissing(given)]
  if (!parsed.success || mistakes.length > 0) {
    throw new Error(['The settings in the environment need correcting:', ...mistakes].join('\n  '))
  }
  const set = parsed.data
  return {
    host: set.HOST,
    port: set.PORT,
    dataFolder: resolve(set.SPLOT_DATA),
    databaseUrl: set.DATABASE_URL,
    databaseOwnerUrl: set.DATABASE_OWNER_URL,
    databaseDirectUrl: set.DATABASE_DIRECT_URL,
    databaseReplicaUrl: set.DATABASE_REPLICA_URL,
    databaseBackupUrl: set.DATABASE_BACKUP_URL,
    sample: (set.SPLOT_SAMPLE ?? (set.DATABASE_URL ? 'no' : 'yes')) === 'yes',
    baseUrl: (set.SPLOT_BASE_URL ?? `http://localhost:${set.PORT}`).replace(/\/{1,9}$/, ''),
    trustedProxies: set.SPLOT_TRUSTED_PROXY,
    pagesPerSecond: set.SPLOT_PAGES_PER_SECOND,
    innerNetworks: set.SPLOT_INNER_NETWORKS,
    secret: set.SPLOT_SECRET,
    previousSecrets: set.SPLOT_SECRET_PREVIOUS,
    smtpUrl: set.SMTP_URL,
    clamd: set.SPLOT_CLAMD,
    logLevel: set.LOG_LEVEL,
  }
}

/** The value stays out: it may be a secret or hold a password. */
function describeMistake(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')} ${issue.message}`
}

function listMissing(given: Environment): string[] {
  return [
    ...(given['DATABASE_URL'] && !given['SPLOT_SECRET'] ? ['SPLOT_SECRET must be set when DATABASE_URL is'] : []),
    ...['DATABASE_OWNER_URL', 'DATABASE_DIRECT_URL', 'DATABASE_REPLICA_URL']
      .filter((name) => given[name] && !given['DATABASE_URL'])
      .map((name) => `${name} needs DATABASE_URL beside it`),
  ]
}
