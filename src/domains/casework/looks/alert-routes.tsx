import { Hono } from 'hono'
import { listAccounts } from '#domains/accounts/public.ts'
import { recordAudit } from '#platform/audit.ts'
import { valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { dayOf, href } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import { allow, queryValues, type Ctx, type Env } from '#platform/web.ts'
import { BackLink } from '#ui/back-link.tsx'
import { page } from '#ui/page.tsx'
import { surnameKeys } from '../emergency/emergency.ts'
import { listCaseNumbers } from '../restriction/restriction-queries.ts'
import { AlertsPage, alertsPath } from './alerts-page.tsx'
import {
  listBusyOpenings,
  listKeptMet,
  listLooksWithoutCase,
  listSameSurnames,
  type AlertScope,
} from './alert-queries.ts'
import { alertKinds, findBusyHours, mostAlertDays, whyNotAlertDays, type Alert, type AlertKind } from './alerts.ts'
import { looksText } from './text.ts'

/** What in the audit is worth a question, for the data protection officer. */
export const alertRoutes = () => new Hono<Env>().get(alertsPath, allow('audit.read'), (c) => showAlerts(c))

async function showAlerts(c: Ctx): Promise<Response> {
  const { tx, lang } = c.var
  const query = queryValues(c)
  const accounts = await listAccounts(tx)
  const days = readDays(c, query)
  const kind = alertKinds.find((one) => one === valueOf(query, 'rodzaj'))
  const accountId = accounts.find(({ id }) => id === valueOf(query, 'kto'))?.id
  const alerts = 'errors' in days ? [] : await listAlerts(tx, { ...days, accountId }, kind ? [kind] : alertKinds)
  recordAudit(tx, { event: 'audit-alerts.read', detail: { shown: alerts.length, kind: kind ?? null } })
  const people = alerts.flatMap(({ personId }) => personId ?? [])
  return page(c, {
    title: looksText[lang].alerts.title,
    wide: true,
    status: 'errors' in days ? 422 : 200,
    before: <BackLink href={href(lang, '/praca/audyt')} text={looksText[lang].alerts.back} />,
    body: (
      <AlertsPage
        alerts={alerts}
        numbers={await listCaseNumbers(tx, people)}
        accounts={accounts}
        values={'errors' in days ? query : { ...query, od: days.first.toString(), do: days.last.toString() }}
        errors={'errors' in days ? days.errors : []}
      />
    ),
  })
}

interface Days {
  first: Temporal.PlainDate
  last: Temporal.PlainDate
  from: Temporal.Instant
  before: Temporal.Instant
}

/** The last seven days where nothing is said. */
function readDays(c: Ctx, query: FormValues): Days | { errors: FieldError[] } {
  const t = looksText[c.var.lang].alerts
  const today = dayOf(c.var.now)
  const last = readDay(valueOf(query, 'do'), today)
  const first = readDay(valueOf(query, 'od'), (last ?? today).subtract({ days: 6 }))
  const wrong = [!first && 'od', !last && 'do'].filter((field) => field !== false)
  if (!first || !last) return { errors: wrong.map((field) => ({ field, message: t.dayWrong })) }
  const refused = whyNotAlertDays(first, last)
  if (refused) {
    return { errors: [{ field: 'od', message: refused === 'backwards' ? t.backwards : t.tooLong(mostAlertDays) }] }
  }
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime('Europe/Warsaw').toInstant()
  return { first, last, from: midnight(first), before: midnight(last.add({ days: 1 })) }
}

function readDay(typed: string, otherwise: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (typed === '') return otherwise
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(typed)) return undefined
  try {
    return Temporal.PlainDate.from(typed)
  } catch {
    return undefined
  }
}

async function listAlerts(tx: Tx, scope: AlertScope, kinds: readonly AlertKind[]): Promise<Alert[]> {
  const found: Record<AlertKind, () => Promise<Alert[]>> = {
    'many-records': async () => findBusyHours(await listBusyOpenings(tx, scope)),
    'no-open-case': () => listLooksWithoutCase(tx, scope),
    'same-surname': async () => listSameSurnames(tx, scope, await surnamesOf(tx)),
    'kept-person': () => listKeptMet(tx, scope),
  }
  const alerts: Alert[] = []
  for (const kind of kinds) alerts.push(...(await found[kind]()))
  return alerts.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at)).slice(0, mostShown)
}

const mostShown = 500

const surnamesOf = async (tx: Tx) =>
  (await listAccounts(tx)).flatMap(({ id, name }) => surnameKeys(name).map((key) => ({ accountId: id, key })))
