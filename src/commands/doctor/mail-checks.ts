import { connect } from 'node:net'
import { type Check, fail, isProduction, ok, type Scene, skipped, warn } from './check.ts'

const patience = 3000

interface Outbox {
  waiting: number
  /** Minutes since the oldest letter that is due was written. */
  oldest: number | null
  given: number
}

/** Letters of all centres: those that are due, and those that were given up. */
async function readOutbox(scene: Scene): Promise<Outbox> {
  const sum: Outbox = { waiting: 0, oldest: null, given: 0 }
  for (const centre of scene.centres) {
    const [row] = await scene.askIn<Outbox>(
      centre,
      `select count(*) filter (where next_attempt_at <= now())::int as waiting,
        (extract(epoch from now() - min(written_at) filter (where next_attempt_at <= now())) / 60)::float8 as oldest,
        count(*) filter (where next_attempt_at is null and sent_at is null)::int as given
      from mail where tenant_id = $1`,
      [centre.id],
    )
    if (!row) continue
    sum.waiting += row.waiting
    sum.given += row.given
    if (row.oldest !== null) sum.oldest = Math.max(sum.oldest ?? 0, row.oldest)
  }
  return sum
}

/** True when a server answers there and greets as SMTP does, or, with smtps, takes a connection. */
const greets = (host: string, port: number, encrypted: boolean): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: patience })
    const end = (answer: boolean): void => {
      socket.destroy()
      resolve(answer)
    }
    socket
      .once('error', () => end(false))
      .once('timeout', () => end(false))
      .once('close', () => end(false))
    if (encrypted) socket.once('connect', () => end(true))
    else socket.once('data', (bytes) => end(bytes.toString('latin1').startsWith('220')))
  })

export const mailChecks: readonly Check[] = [
  {
    id: 'mail-set',
    what: 'e-mail has a way out',
    advice: 'SMTP_URL=smtp://user:password@server:587',
    look: (scene) => {
      if (scene.config.smtpUrl) return ok(new URL(scene.config.smtpUrl).hostname)
      return isProduction(scene) ? fail('SMTP_URL is not set') : skipped('letters stay in the sample mailbox')
    },
  },
  {
    id: 'mail-reachable',
    what: 'the mail server answers within three seconds',
    advice: 'Look at the address, the firewall and the provider.',
    look: async ({ config }) => {
      if (!config.smtpUrl) return skipped('SMTP_URL is not set')
      const { hostname, port, protocol } = new URL(config.smtpUrl)
      const encrypted = protocol === 'smtps:'
      const at = Number(port) || (encrypted ? 465 : 587)
      return (await greets(hostname, at, encrypted))
        ? ok(`${hostname}:${at}`)
        : fail(`${hostname}:${at} does not answer`)
    },
  },
  {
    id: 'mail-encrypted',
    what: 'letters go to the mail server encrypted',
    advice: 'Use smtps://, or a server with STARTTLS and ?requireTLS=true.',
    look: ({ config }) => {
      if (!config.smtpUrl) return skipped('SMTP_URL is not set')
      const url = new URL(config.smtpUrl)
      const safe = url.protocol === 'smtps:' || url.searchParams.get('requireTLS') === 'true'
      const near = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
      return safe || near ? ok(near ? 'on this machine' : 'always') : warn('only when the server offers it')
    },
  },
  {
    id: 'mail-backlog',
    what: 'letters leave soon after they are written',
    advice: 'Is the program running? Does the mail server take letters (log: "a letter was put off")?',
    look: async (scene) => {
      const { waiting, oldest } = await readOutbox(scene)
      if (waiting === 0) return ok('none waits')
      const found = `${waiting} wait, the oldest for ${Math.round(oldest ?? 0)} minutes`
      return (oldest ?? 0) > 24 * 60 ? fail(found) : (oldest ?? 0) > 15 ? warn(found) : ok(found)
    },
  },
  {
    id: 'mail-given-up',
    what: 'no letter was given up',
    advice: 'Reach those people another way; the addresses stand in the table mail.',
    look: async (scene) => {
      const { given } = await readOutbox(scene)
      return given === 0 ? ok('none') : warn(`${given} after ten attempts each`)
    },
  },
]
