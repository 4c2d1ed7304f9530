import { Client } from 'pg'
import type { Figure } from '../../proof.ts'
import type { MarkedCentre } from './centres.ts'
import type { Servers } from './debian.ts'

/**
 * The mistake that Splot mustn't make, made by hand through the same pooler: the centre set for the session and not
 * for the transaction. What it leaves behind stays there while the requests run.
 */
export async function leakBySession(servers: Servers, [centre]: readonly MarkedCentre[]): Promise<Figure> {
  const tries = 50
  let leaked = 0
  const [setting, asking] = await Promise.all([connected(servers), connected(servers)])
  for (let turn = 0; turn < tries; turn += 1) {
    await setting.query(`set splot.tenant_id = '${centre!.tenantId}'`)
    const { rows } = await asking.query<{ places: number }>('select count(*)::int as places from place')
    if (rows[0]!.places > 0) leaked += 1
  }
  await Promise.all([setting.end(), asking.end()])
  return {
    what: 'control: a session-level setting through this pooler, seen by somebody else',
    measured: `${leaked} of ${tries}`,
    aim: '> 0',
    met: leaked > 0,
  }
}

async function connected(servers: Servers): Promise<Client> {
  const client = new Client(servers.connection('pooler', 'splot_app'))
  await client.connect()
  return client
}
