import type { Hono } from 'hono'
import type { Action } from '#platform/access.ts'
import type { Env, Guard } from '#platform/web.ts'

/** A page or an act that a guard stands before. */
export interface GuardedRoute {
  method: string
  path: string
  /** All of them must let the person through. */
  actions: Action[]
}

/** Read from the program itself: whoever adds a route adds it here. */
export function guardedRoutes(app: Hono<Env>): GuardedRoute[] {
  const routes = new Map<string, GuardedRoute>()
  for (const { method, path, handler } of app.routes) {
    const { action } = handler as Partial<Guard>
    if (!action) continue
    const key = `${method} ${path}`
    const route = routes.get(key) ?? { method, path, actions: [] }
    route.actions.push(action)
    routes.set(key, route)
  }
  return [...routes.values()]
}

/** Every address of the workplace, guarded or not; the middleware of all is left out. */
export const workplaceRoutes = (app: Hono<Env>): { method: string; path: string }[] =>
  app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/praca'))

/** An address that the route answers: ids of nothing stand in for its parameters. */
export const addressOf = (path: string): string =>
  path.replaceAll(/:\w+(?:\{[^}]*\})?/g, 'aaaaaaaa-0000-4000-8000-00000000000f')
