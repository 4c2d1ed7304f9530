import { type Check, type Finding, fail, isProduction, none, ok, type Scene, skipped, warn } from './check.ts'

/** One number a centre, by a statement that names the centre as $1; those with more than none are told. */
async function countEach(scene: Scene, sql: string, otherwise: (found: string) => Finding = fail): Promise<Finding> {
  const found: string[] = []
  for (const centre of scene.centres) {
    const [row] = await scene.askIn<{ count: number }>(centre, `select count(*)::int as count ${sql}`, [centre.id])
    if (row && row.count > 0) found.push(`${centre.slug}: ${row.count}`)
  }
  return none(found, 'none', otherwise)
}

/** A statement's count in each centre that should not be there. */
const counted = (
  id: string,
  what: string,
  advice: string,
  sql: string,
  otherwise: (found: string) => Finding = fail,
): Check => ({ id, what, advice, look: (scene) => countEach(scene, sql, otherwise) })

export const peopleChecks: readonly Check[] = [
  {
    id: 'audit-chain',
    what: 'the audit of every centre is whole, from its first link to its last',
    advice:
      'Rows were changed behind the program’s back. Keep a copy of the database, tell the data protection officer.',
    look: async ({ chains, centres }) => {
      if (centres.length === 0) return skipped('there is no centre yet')
      const found = await chains()
      return none(
        found.flatMap(({ slug, check }) => (check.whole ? [] : [`${slug} is broken at link ${check.brokenAt}`])),
        `${found.length} centres`,
      )
    },
  },
  {
    id: 'centres',
    what: 'there is a centre to serve',
    advice: 'bin/splot import FOLDER',
    look: ({ centres }) => (centres.length === 0 ? warn('none yet') : ok(centres.map(({ slug }) => slug).join(', '))),
  },
  {
    id: 'administrators',
    what: 'every centre has somebody who can make accounts',
    advice: 'bin/splot create-admin --centre SLUG …',
    look: async (scene) => {
      const without: string[] = []
      for (const centre of scene.centres) {
        const rows = await scene.askIn(
          centre,
          `select from account a join account_role r on r.tenant_id = a.tenant_id and r.account_id = a.id
          where a.tenant_id = $1 and a.state = 'active' and r.role = 'administrator'
            and r.valid_from <= current_date and coalesce(r.valid_until >= current_date, true)`,
          [centre.id],
        )
        if (rows.length === 0) without.push(centre.slug)
      }
      return none(without, 'each has one', warn)
    },
  },
  counted(
    'sessions-of-disabled',
    'no disabled account is signed in',
    'delete from session …; tell the makers of Splot: disabling should have ended them.',
    `from session s join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
    where s.tenant_id = $1 and a.state <> 'active' and s.expires_at > now()`,
  ),
  counted(
    'second-factor',
    'every active account that has a password has a second factor: codes of a phone, or a passkey',
    'Disable the account, or give it new secrets at /praca/konta.',
    `from account a
    where a.tenant_id = $1 and a.state = 'active' and a.password_hash is not null
      and coalesce(length(a.totp_secret), 0) < 28
      and not exists (
        select from passkey p
        where p.tenant_id = a.tenant_id and p.account_id = a.id and p.suspended_at is null
      )`,
  ),
  {
    id: 'sample-accounts',
    what: 'no invented account of the sample can sign in where residents are served',
    advice: 'Disable them at /praca/konta.',
    look: async (scene) => {
      if (!isProduction(scene)) return skipped('this installation is for trying things out')
      const sql = `from account where tenant_id = $1 and state = 'active' and email like '%.example.org'`
      return countEach(scene, sql)
    },
  },
  counted(
    'sessions-cleaned',
    'sessions that ended are taken away',
    'Is the program running? It does this whenever someone signs in.',
    `from session where tenant_id = $1 and expires_at < now() - interval '7 days'`,
    warn,
  ),
  counted(
    'drafts-cleaned',
    'drafts of forms that ran out are taken away',
    'Is the program running? It does this by itself.',
    `from form_draft where tenant_id = $1 and expires_at < now() - interval '7 days'`,
    warn,
  ),
]
