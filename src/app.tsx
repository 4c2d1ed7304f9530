import { Hono } from 'hono'
import {
  accountsRoutes,
  type Desk,
  type EventWords,
  identify,
  keepInterruptedForm,
  signInRoutes,
} from '#domains/accounts/public.ts'
import {
  attachmentsPath,
  caseworkDesk,
  caseworkEventWords,
  caseworkRoutes,
  openCaseRoutes,
} from '#domains/casework/public.ts'
import { directoryRoutes, forgetDirectory, publicPages } from '#domains/directory/public.ts'
import { privacyDesk, privacyEventWords, privacyRoutes } from '#domains/privacy/public.ts'
import { isStaff } from '#platform/actor.ts'
import { assetCacheControl } from '#platform/assets.ts'
import type { ChangeFeed } from '#platform/changes.ts'
import type { PaceKeeper } from '#platform/pace/pace-keeper.ts'
import { isUnavailable } from '#platform/unavailable.ts'
import { pageCache } from '#platform/web-cache.ts'
import { ownWrites } from '#platform/web-own-writes.ts'
import { paced } from '#platform/web-pace.ts'
import { needsRoom } from '#platform/web-room.ts'
import { pathWithoutLang, requestContext, tenantOfHost } from '#platform/web-request.ts'
import { receiveForm, sameOriginOnly, securityHeaders } from '#platform/web-security.ts'
import { transaction } from '#platform/web-transaction.ts'
import { receiveUpload } from '#platform/web-upload.ts'
import { BadRequest, Forbidden, NotFound, found, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { errorPage } from '#ui/error-page.tsx'
import { tooFastPage } from '#ui/too-fast-page.tsx'
import { developmentRoutes } from './development/routes.tsx'
import { informationPages, informationRoutes } from './information/routes.tsx'

/** The table of contents: every page of Splot is reachable from here, in the order in which a request passes. */
export function createApp(deps: Deps, feed?: ChangeFeed, keeper?: PaceKeeper): Hono<Env> {
  const app = new Hono<Env>({ getPath: pathWithoutLang })
  const cache = pageCache(feed)
  const pace = keeper && paced(keeper, tooFastPage(deps.assets), deps.log)
  feed?.listen('directory', () => deps.tenants.forget())
  feed?.listen('directory', (change) => forgetDirectory(change?.tenantId))
  feed?.listen('directory', () => deps.replica?.changed())

  app.onError((error, c) => answerError(error, c, deps, app.fetch))
  app.notFound((c) => errorPage(c, 404))
  app.use(requestContext(deps))
  app.use(securityHeaders(deps.config.baseUrl?.startsWith('https:') ?? false))
  app.get('/healthz', (c) => c.text('ok'))
  const isReady = readiness(deps)
  app.get('/readyz', async (c) => ((await isReady()) ? c.text('ok') : c.text('the database does not answer', 503)))
  app.get('/assets/*', (c) => sendAsset(c, deps))

  app.use(sameOriginOnly)
  if (pace) app.use(pace.forms)
  if (!deps.config.databaseUrl) app.use(needsRoom(deps.config.dataFolder))
  app.use(receiveForm)
  if (feed) app.use(ownWrites(deps, feed))
  app.use(tenantOfHost(deps))
  for (const path of [...publicPages, ...informationPages]) app.use(path, cache.middleware)
  if (pace) app.use(pace.pages, pace.drawing)
  app.route('/', signInRoutes(deps))
  app.route('/', openCaseRoutes(deps))
  app.use(attachmentsPath, receiveUpload(deps, { identify, action: 'attachment.write' }))
  app.use(transaction(deps, identify))
  app.use('/praca/*', keepInterruptedForm(deps))

  app.route('/', directoryRoutes(deps))
  app.route('/', caseworkRoutes(deps))
  app.route('/', privacyRoutes())
  app.route('/', accountsRoutes(deps, { desk, eventWords }))
  app.route('/', informationRoutes(deps))
  app.route('/', developmentRoutes(deps))
  return app
}

/** What waits for somebody today, and how the journal calls it: from the domains whose work it is. */
const desk: Desk = async (tx, lang) => [...(await caseworkDesk(tx, lang)), ...(await privacyDesk(tx, lang))]
const eventWords: EventWords = (lang, event) => caseworkEventWords(lang, event) ?? privacyEventWords(lang, event)

/** Whether the database answers. It is asked once at a time, however many want to know. */
function readiness({ database }: Deps): () => Promise<boolean> {
  let asking: Promise<boolean> | undefined
  const ask = () => database.withoutTenant((db) => db.selectFrom('tenant').select('id').limit(1).execute())
  return () =>
    (asking ??= ask()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asking = undefined
      }))
}

function sendAsset(c: Ctx, deps: Deps): Response {
  const asset = found(deps.assets.find(new URL(c.req.url).pathname))
  const accepted = c.req.header('accept-encoding') ?? ''
  const headers: Record<string, string> = {
    'Content-Type': asset.type,
    'Cache-Control': assetCacheControl,
    Vary: 'Accept-Encoding',
  }
  const encoding = asset.brotli && /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined
  if (encoding) headers['Content-Encoding'] = encoding
  const bytes = encoding === 'br' ? asset.brotli! : encoding ? asset.gzip : asset.bytes
  return new Response(new Uint8Array(bytes), { headers })
}

/** Expected refusals get their page; a surprise is logged and shown as a reference number. */
function answerError(
  error: Error,
  c: Ctx,
  { log, replica }: Deps,
  again: Hono<Env>['fetch'],
): Response | Promise<Response> {
  if (error instanceof NotFound) return errorPage(c, 404)
  if (error instanceof Forbidden || error instanceof BadRequest) logRefusal(error, c, log)
  if (error instanceof Forbidden) return errorPage(c, 'forbidden')
  if (error instanceof BadRequest) return errorPage(c, error.status === 403 ? 'origin' : error.status)
  if (replica && c.var.tx?.mayLack) {
    // A read broke off on the copy: the same page once more, now from the primary.
    replica.rest(error)
    return again(c.req.raw, c.env)
  }
  if (isUnavailable(error)) {
    log.error({ requestId: c.var.requestId, err: error }, 'the database cannot serve now')
    c.header('Retry-After', '5')
    return errorPage(c, 503)
  }
  log.error({ requestId: c.var.requestId, err: error }, 'unexpected')
  return errorPage(c, 500)
}

/** Who asked for what isn't theirs, or sent what no page of ours sends: by account, never by name or address. */
function logRefusal(error: Forbidden | BadRequest, c: Ctx, log: Deps['log']): void {
  const { requestId, actor } = c.var
  log.warn({ requestId, refused: error.message, ...(isStaff(actor) && { accountId: actor.accountId }) }, 'refused')
}
