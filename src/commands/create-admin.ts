import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { createAccount, peopleText, totpUri } from '#domains/accounts/public.ts'
import { readConfig } from '#platform/config.ts'
import { reachServer } from '#platform/database-server.ts'
import { openDatabase, type Database } from '#platform/db.ts'
import { createLog } from '#platform/log.ts'
import { createSealer, type Sealer } from '#platform/sealing.ts'
import { readSecrets } from '#platform/secret.ts'
import { tenantDirectory, type Tenant, type TenantDirectory } from '#platform/tenant.ts'
import { type Command, say } from './command.ts'

export const createAdminCommand: Command = {
  name: 'create-admin',
  summary: 'make the first administrator of a centre',
  usage: `bin/splot create-admin --email E-MAIL --name NAME [--centre SLUG] [--generate]

Asks for the password, or reads it from standard input; --generate makes one and prints it.
Prints the key for the authenticator app, once. --centre is needed where there are several.
The administrator makes everyone else's account at /praca/konta.`,
  run: async (words, environment) => {
    const asked = readWords(words)
    const config = readConfig(environment)
    const server = await reachServer(config, { info: () => {}, warn: say })
    const sealer = createSealer(await readSecrets(config))
    const database = openDatabase({ connection: server.app, log: createLog('silent'), sealer })
    try {
      const tenant = await chosenTenant(tenantDirectory(database), asked.centre)
      const password = asked.generate ? '' : await askPassword()
      if (!asked.generate && password === '') throw new Error('There is no password; --generate makes one.')
      const handedOver = await create({ database, sealer, tenant }, { ...asked, password })
      say(`${asked.name} is an administrator of ${tenant.name}.`)
      if (asked.generate) say(`Password: ${handedOver.password}`)
      say(`Key for the authenticator app, shown only now: ${handedOver.totpSecret}`)
      say(totpUri(handedOver.totpSecret, asked.email, tenant.name))
    } finally {
      await database.close()
      await server.stop()
    }
  },
}

function readWords(args: string[]) {
  const text = { type: 'string' } as const
  const options = { email: text, name: text, centre: text, generate: { type: 'boolean' } } as const
  const { email, name, centre, generate } = parseArgs({ args, options }).values
  if (!email?.includes('@') || !name?.trim()) throw new Error('Say who: bin/splot create-admin --email … --name …')
  return { email: email.trim().toLowerCase(), name: name.trim(), centre, generate: generate ?? false }
}

interface Where {
  database: Database
  sealer: Sealer
  tenant: Tenant
}

async function create({ database, sealer, tenant }: Where, asked: { email: string; name: string; password: string }) {
  const actor = { kind: 'system', name: 'create-admin' } as const
  const context = { tenantId: tenant.id, requestId: 'create-admin', now: Temporal.Now.instant(), actor }
  const account = { ...asked, phone: '', roles: ['administrator'] } as const
  const created = await database.inTenant(context, (tx) => createAccount(tx, sealer, account))
  if ('refused' in created) throw new Error(peopleText.en.refusals[created.refused])
  if ('refusedPassword' in created) throw new Error(peopleText.en.passwordRefusals[created.refusedPassword])
  return created.handedOver
}

async function chosenTenant(tenants: TenantDirectory, slug: string | undefined) {
  const all = await tenants.list()
  const chosen = slug === undefined && all.length === 1 ? all[0] : all.find((tenant) => tenant.slug === slug)
  if (chosen) return chosen
  if (all.length === 0) throw new Error('There is no centre yet: bin/splot import FOLDER')
  throw new Error(`Say which centre, with --centre: ${all.map((tenant) => tenant.slug).join(', ')}`)
}

/** From a person without showing it, from a pipe as its first line. */
async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).split(/\r?\n/)[0] ?? ''
  process.stdout.write('Password (at least 12 characters, not shown): ')
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const prompt = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  try {
    return await prompt.question('')
  } finally {
    prompt.close()
    say('')
  }
}
