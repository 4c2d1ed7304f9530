import { Hono } from 'hono'
import { recordAudit } from '#platform/audit.ts'
import { newFormKey } from '#platform/form-keys.ts'
import type { FormValues } from '#platform/forms.ts'
import { dayOf, href } from '#platform/i18n.ts'
import { allow, idParam, type Ctx, type Env } from '#platform/web.ts'
import { BackLink } from '#ui/back-link.tsx'
import { page } from '#ui/page.tsx'
import { answerForm, type Outcome, type Problem } from '../answer-form.ts'
import type { Application } from '../applications/application.ts'
import { personName } from '../person-name.ts'
import { openApplication, reachApplication, readApplication } from '../plan/open-application.ts'
import { dayFields, readVersion } from '../form-reading.ts'
import { listGroups, listListedNeeds } from '../plan/offers.ts'
import { whyNotFinish } from '../reconnaissance.ts'
import { refusalSentence } from '../refusal-text.ts'
import { loadReconnaissance, type ReconnaissanceRecord } from './load-reconnaissance.ts'
import { NeedsPage } from './needs-page.tsx'
import { readHead, readNeeds, readResidentGoal } from './reconnaissance-forms.ts'
import { ReconnaissancePage } from './reconnaissance-page.tsx'
import { reconnaissancePath } from './reconnaissance-paths.ts'
import { headDifferences } from './reconnaissance-differences.ts'
import { reconnaissanceText } from './text.ts'
import {
  addNeeds,
  addResidentGoal,
  finishReconnaissance,
  removeNeed,
  removeResidentGoal,
  saveReconnaissance,
  whyNotWrite,
  type Written,
} from './write-reconnaissance.ts'

const at = '/praca/wnioski/:id/rozpoznanie'
const write = allow('reconnaissance.write')

/** The recognition of needs of an application: the talk, needs, goals, finishing. Its sections have routes of their own. */
export const reconnaissanceRoutes = () =>
  new Hono<Env>()
    .get(at, allow('case.read'), async (c) => showReconnaissance(c, await readApplication(c)))
    .post(at, write, (c) =>
      send(c, 'reconnaissance', async (application, values) => {
        const read = readHead(values, reconnaissanceText[c.var.lang].errors)
        if (!read.ok) return { errors: read.errors }
        return written(c, application, await saveReconnaissance(c.var.tx, application, readVersion(values), read.value))
      }),
    )
    .get(`${at}/potrzeby`, write, async (c) => showNeeds(c, await openApplication(c), {}))
    .post(`${at}/potrzeby`, write, (c) => sendNeeds(c))
    .post(`${at}/potrzeby/:need/usuniecie`, write, (c) =>
      send(c, 'remove-need', async (application) =>
        written(c, application, await removeNeed(c.var.tx, application, idParam(c, 'need'))),
      ),
    )
    .post(`${at}/cele`, write, (c) =>
      send(c, 'resident-goal', async (application, values) => {
        const read = readResidentGoal(values, reconnaissanceText[c.var.lang].errors)
        if (!read.ok) return { errors: read.errors }
        return written(c, application, await addResidentGoal(c.var.tx, application, read.value))
      }),
    )
    .post(`${at}/cele/:goal/usuniecie`, write, (c) =>
      send(c, 'remove-resident-goal', async (application) =>
        written(c, application, await removeResidentGoal(c.var.tx, application, idParam(c, 'goal'))),
      ),
    )
    .post(`${at}/zakonczenie`, write, (c) =>
      send(c, 'finish-reconnaissance', async (application, values) => {
        const result = await finishReconnaissance(c.var.tx, application, readVersion(values))
        if ('done' in result) return { to: reconnaissancePath(application.id) }
        return { refused: refusalSentence(c.var.lang, result.refused) }
      }),
    )

export const written = (c: Ctx, application: Application, result: Written, to?: string): Outcome =>
  'done' in result
    ? { to: to ?? reconnaissancePath(application.id) }
    : {
        refused: refusalSentence(c.var.lang, result.refused),
        changedMeanwhile: result.refused === 'changed-meanwhile',
      }

async function send(
  c: Ctx,
  form: string,
  act: (application: Application, values: FormValues) => Promise<Outcome>,
): Promise<Response> {
  const application = await reachApplication(c)
  return answerForm(c, {
    form: `${form} ${application.id}`,
    act: (values) => act(application, values),
    again: (values, problem) => showReconnaissance(c, application, values, problem),
  })
}

const headValues = (reconnaissance: ReconnaissanceRecord | undefined): FormValues =>
  reconnaissance === undefined
    ? {}
    : {
        ...(reconnaissance.heldOn && dayFields('heldOn', reconnaissance.heldOn)),
        place: reconnaissance.place ?? '',
        participants: reconnaissance.participants.join('\n'),
        servicesUsed: reconnaissance.servicesUsed,
        risks: reconnaissance.risks,
        months: reconnaissance.expectedCoordinationMonths?.toString() ?? '',
        opinion: reconnaissance.opinion,
      }

async function showReconnaissance(
  c: Ctx,
  application: Application,
  values?: FormValues,
  problem?: Problem,
): Promise<Response> {
  const { tx, lang, actor, now } = c.var
  const reconnaissance = await loadReconnaissance(tx, application.id)
  const subject = { kind: 'application', id: application.id }
  recordAudit(tx, { event: 'reconnaissance.read', subject, personId: application.personId, section: 'head' })
  const missing = reconnaissance ? whyNotFinish(reconnaissance, dayOf(now)) : 'day-missing'
  const saved = headValues(reconnaissance)
  // A form that wasn't the talk's own comes back beside the talk as it is saved.
  const shown = values && 'months' in values ? values : { ...saved, ...values }
  return page(c, {
    title: `${reconnaissanceText[lang].title}: ${personName(lang, application)}`,
    status: problem?.status ?? 200,
    before: <BackLink href={href(lang, `/praca/wnioski/${application.id}`)} text={reconnaissanceText[lang].back} />,
    body: (
      <ReconnaissancePage
        application={application}
        personName={personName(lang, application)}
        reconnaissance={reconnaissance}
        canWrite={!tx.emergency && !whyNotWrite(application, reconnaissance, actor)}
        canPlan={!tx.emergency && (application.state === 'recognised' || application.state === 'plan-offered')}
        missing={missing ? [refusalSentence(lang, missing)] : []}
        formKey={newFormKey()}
        version={reconnaissance?.version ?? 1}
        values={shown}
        errors={problem?.errors ?? []}
        conflict={
          problem?.changedMeanwhile && values
            ? { differences: headDifferences(reconnaissanceText[lang], values, saved) }
            : undefined
        }
      />
    ),
  })
}

async function showNeeds(c: Ctx, application: Application, values: FormValues, problem?: Problem): Promise<Response> {
  const { tx, lang } = c.var
  return page(c, {
    title: reconnaissanceText[lang].needsTitle,
    status: problem?.status ?? 200,
    before: <BackLink href={href(lang, reconnaissancePath(application.id))} />,
    body: (
      <NeedsPage
        application={application}
        personName={personName(lang, application)}
        needs={await listListedNeeds(tx, lang)}
        groups={await listGroups(tx, lang)}
        formKey={newFormKey()}
        values={values}
        errors={problem?.errors ?? []}
      />
    ),
  })
}

async function sendNeeds(c: Ctx): Promise<Response> {
  const { tx, lang } = c.var
  const application = await openApplication(c)
  // What is written into a case is in Polish, whatever language it was chosen in.
  const known = { needs: await listListedNeeds(tx, 'pl'), groups: await listGroups(tx, 'pl') }
  return answerForm(c, {
    form: `needs ${application.id}`,
    act: async (values) => {
      const read = readNeeds(values, known, reconnaissanceText[lang].errors)
      if (!read.ok) return { errors: read.errors }
      return written(c, application, await addNeeds(tx, application, read.value))
    },
    again: (values, problem) => showNeeds(c, application, values, problem),
  })
}
