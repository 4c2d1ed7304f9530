import type { Database } from './db.ts'

/** A social services centre with its gminas, or a region that oversees centres. */
export interface Tenant {
  id: string
  slug: string
  name: string
  kind: 'centre' | 'region'
  phone: string
  phoneHours: string
  email: string
  address: string
  brand: string | null
  accent: string | null
  sample: boolean
}

/**
 * The centre that a host name belongs to. On an installation of one centre every host is that centre, so a newcomer
 * needs no DNS. The list is small and kept in memory until told that it changed.
 */
export interface TenantDirectory {
  find(host: string): Promise<Tenant | undefined>
  /** Whether the host name was given to this very centre: an unknown one finds the only centre, but isn't its own. */
  isHostOf(tenantId: string, host: string): Promise<boolean>
  list(): Promise<readonly Tenant[]>
  forget(): void
}

export function tenantDirectory(database: Database): TenantDirectory {
  let known: Promise<{ hosts: Map<string, Tenant>; tenants: Tenant[] }> | undefined
  const load = () => {
    known ??= readTenants(database).catch((error: unknown) => {
      known = undefined
      throw error
    })
    return known
  }
  return {
    find: async (host) => {
      const { hosts, tenants } = await load()
      return tenants.length === 1 ? tenants[0] : hosts.get(hostName(host))
    },
    isHostOf: async (tenantId, host) => (await load()).hosts.get(hostName(host))?.id === tenantId,
    list: async () => (await load()).tenants,
    forget: () => {
      known = undefined
    },
  }
}

const hostName = (host: string): string =>
  host
    .toLowerCase()
    .replace(/:\d{1,5}$/, '')
    .replace(/\.$/, '')

async function readTenants(database: Database) {
  return database.withoutTenant(async (db) => {
    const rows = await db.selectFrom('tenant').selectAll().orderBy('slug').execute()
    const tenants = rows.map((row): Tenant => ({
      id: row.id,
      slug: row.slug,
      name: row.name,
      kind: row.kind,
      phone: row.phone,
      phoneHours: row.opening_hours,
      email: row.email,
      address: row.address,
      brand: row.brand_colour,
      accent: row.accent_colour,
      sample: row.sample,
    }))
    const hosts = await db.selectFrom('tenant_host').select(['host', 'tenant_id']).execute()
    const byId = new Map(tenants.map((tenant) => [tenant.id, tenant]))
    return {
      tenants,
      hosts: new Map(hosts.flatMap(({ host, tenant_id: id }) => (byId.has(id) ? [[host, byId.get(id)!]] : []))),
    }
  })
}
