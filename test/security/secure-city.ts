import { createApp } from '../../src/app.tsx'
import { openCity, type City, type Route } from '../hostile/city.ts'
import { asSuperuser, Visitor } from '../support.ts'
import { tenantTables } from '../isolation/catalogue.ts'

/** A city that is served over HTTPS, as a centre serves it. */
export async function openSecureCity(): Promise<City> {
  const city = await openCity()
  city.site.deps.config = { ...city.site.deps.config, baseUrl: 'https://cus.example.pl' }
  return { ...city, app: createApp(city.site.deps) }
}

/** An address that the route answers: one that was seen, or ids of nothing. */
export const addressOf = ({ path, seen }: Route): string =>
  path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, (_, name: string) => seen[0]?.[name] ?? nothing).replace('*', 'nothing')

const nothing = 'aaaaaaaa-0000-4000-8000-00000000000f'

/** Somebody who has a page there, or else may do most. */
export const visitorFor = ({ world, app, site }: City, { people }: Route): Visitor => {
  const visitor = new Visitor(app, new URL(site.address).host)
  for (const [name, value] of world.people.get(people[0] ?? 'director')!.cookies) visitor.cookies.set(name, value)
  return visitor
}

/** What a look alone may write: that it was looked, and that somebody is still there. */
const writtenByLooks = ['audit_event', 'audit_chain', 'session', 'attempt']

/** How often the rows of each table of a centre were written, and how many there are. */
export async function writesIn({ site }: City): Promise<Record<string, string>> {
  return asSuperuser(site.database, async (client) => {
    const tables = (await tenantTables(client)).filter((table) => !writtenByLooks.includes(table))
    const hashes: Record<string, string> = {}
    for (const table of tables) {
      const { rows } = await client.query<{ hash: string }>(
        `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as hash from ${table} t`,
      )
      hashes[table] = rows[0]!.hash
    }
    return hashes
  })
}
