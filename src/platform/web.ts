import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { may, type Action } from './access.ts'
import { isStaff, type Actor } from './actor.ts'
import type { Assets } from './assets.ts'
import type { Config } from './config.ts'
import type { Database, Tx } from './db.ts'
import { toFormValues, type FormValues } from './forms.ts'
import { href, type Lang } from './i18n.ts'
import type { Logger } from './log.ts'
import type { Upload } from './files/upload.ts'
import type { LogPosition } from './replica/position.ts'
import type { Replica } from './replica/replica.ts'
import type { Sealer } from './sealing.ts'
import type { Tenant, TenantDirectory } from './tenant.ts'

/** What a request knows on its way. `tx` is there on every page that isn't answered from memory. */
export interface Env {
  Bindings: Partial<HttpBindings>
  Variables: {
    requestId: string
    now: Temporal.Instant
    assets: Assets
    tenant: Tenant
    lang: Lang
    /** The path without its language prefix, with the query. */
    path: string
    actor: Actor
    /** When the person last proved both factors in this session; absent when nobody is signed in. */
    provenAt?: Temporal.Instant
    /** Set when the answer leads away to prove them again: the form that was sent waits meanwhile. */
    proofWanted?: true
    /** Where the request came from, as far as that can be believed; only ever stored hashed. */
    address: string
    /** The body of a sent form, received whole before the request's transaction begins. */
    body: string
    /** A form with a file, received whole and checked before the request's transaction; only on routes that take one. */
    upload?: Upload
    /** A page that will be kept and shown to others: it's drawn as for nobody in particular. */
    sameForEveryone?: true
    /** Where the primary was when this browser last wrote; absent when it didn't lately. */
    written?: LogPosition | 'unknown'
    tx: Tx
    /** The headers of every answer, this one's id included. */
    standingHeaders: Record<string, string>
    /** Set when the answer carries the standing headers already. */
    complete: boolean
    /** What answerHtml sent last, so that the page cache need not read it out of the response. */
    html: string
  }
}

export type Ctx = Context<Env>

/** What the program hands to every domain, wired by hand in main.ts. */
export interface Deps {
  config: Config
  database: Database
  /** A copy that may answer for the database where everyone gets the same. */
  replica?: Replica
  tenants: TenantDirectory
  assets: Assets
  sealer: Sealer
  log: Logger
  /** The one clock; tests set it. */
  now: () => Temporal.Instant
}

/** There is no such thing, or not for this person: the answer is the same. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** The person is known, but their role doesn't do this. */
export class Forbidden extends Error {
  override name = 'Forbidden'
}

/** The request can't be read at all: wrong type, too large, from another site. */
export class BadRequest extends Error {
  override name = 'BadRequest'
  readonly status: 400 | 403 | 413 | 415
  constructor(status: 400 | 403 | 413 | 415, message: string) {
    super(message)
    this.status = status
  }
}

export type Guard = MiddlewareHandler<Env> & { action: Action }

/** Lets through those whose role may do this; leads who isn't signed in to the sign-in page and back. */
export function allow(action: Action): Guard {
  const guard: MiddlewareHandler<Env> = async (c, next) => {
    if (!isStaff(c.var.actor)) return redirect(c, signInPath(c))
    if (!may(c.var.actor, action)) throw new Forbidden(action)
    return next()
  }
  return Object.assign(guard, { action })
}

/** Any signed-in member of staff, whatever the role. */
export const signedIn: MiddlewareHandler<Env> = async (c, next) => {
  if (!isStaff(c.var.actor)) return redirect(c, signInPath(c))
  return next()
}

const signInPath = (c: Ctx): string =>
  c.req.method === 'GET' ? `/logowanie?dalej=${encodeURIComponent(c.var.path)}` : '/logowanie'

export type PageStatus = 200 | 400 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503

/** Answers with a page; the page cache keeps what comes by this way. */
export function answerHtml(c: Ctx, html: string, status: PageStatus): Response {
  c.set('html', html)
  return c.html(html, status)
}

/** 303 to a path of this site, in the language of the request. */
export const redirect = (c: Ctx, path: string): Response => c.redirect(href(c.var.lang, path), 303)

/** What the form sent; 415 for a body that isn't a form. */
export async function formValues(c: Ctx): Promise<FormValues> {
  if (!isForm(c)) throw new BadRequest(415, 'a form was expected')
  return toFormValues(new URLSearchParams(c.var.body))
}

export const isForm = (c: Ctx): boolean =>
  c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded'

/** A form that may have a file in it. */
export const isMultipart = (c: Ctx): boolean => /^multipart\/form-data *;/i.test(c.req.header('content-type') ?? '')

/** The parameters of a GET form. */
export const queryValues = (c: Ctx): FormValues => toFormValues(new URL(c.req.url).searchParams)

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An id from the path. What isn't an id can't name anything: 404, before the database is asked. */
export function idParam(c: Ctx, name = 'id'): string {
  const id = c.req.param(name)?.toLowerCase() ?? ''
  if (!uuid.test(id)) throw new NotFound(name)
  return id
}

/** Gives the thing or answers 404. */
export function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new NotFound('not found')
  return thing
}
